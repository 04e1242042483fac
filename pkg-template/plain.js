// Reads plain data that callers pass. Only own fields count. A field that throws when it is read counts as absent, or,
// in options, as unreadable.
import { isPlain } from "./read.js";

/** An object's own field; undefined if it has none. */
export function own(object, name) {
  return orNothing(() => (typeof object === "object" && object !== null && Object.hasOwn(object, name) ? object[name] : undefined));
}

/** The items of a list with their indexes, in order: `[index, item]`. A long sparse list takes no longer than a short
 *  one. */
export function itemsOf(list) {
  const places = orNothing(() => Array.isArray(list) && Object.keys(list)) || [];
  // A list may have other own fields too.
  return places.filter((key) => String(key >>> 0) === key).map((key) => [key >>> 0, own(list, key)]);
}

/** The result of `look`; undefined if it throws. */
export function orNothing(look) {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** Stands for a value that threw when it was read. Reading it throws too. */
export const UNREADABLE = /* @__PURE__ */ (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();

/** Freezes data deeply, and returns it. */
export function freeze(value) {
  if (typeof value === "object" && value !== null) {
    Object.values(Object.freeze(value)).forEach(freeze);
  }
  return value;
}

/** Separates the named options (`taken`) from the others (`rest`), whose getters do not run yet. Anything but a plain
 *  object is returned as `rest`, for the module to refuse. */
export function part(options, ...names) {
  const taken = {};
  try {
    if (typeof options !== "object" || options === null || Array.isArray(options) || !isPlain(options)) return { taken, rest: options };
    const others = Object.getOwnPropertyDescriptors(options);
    for (const name of names.filter((name) => Object.hasOwn(others, name))) {
      delete others[name];
      taken[name] = readOr(UNREADABLE, () => options[name]);
    }
    return { taken, rest: Object.defineProperties({}, others) };
  } catch {
    return { taken, rest: options };
  }
}

/** The fault of an option that only JavaScript reads, as a list; empty if the option fits or is absent. */
export function misfits(name, value, expected, fits) {
  if (value === undefined || value === null || (value !== UNREADABLE && readOr(false, fits))) return [];
  const found = value === UNREADABLE ? "unreadable value" : typeof value;
  return [{ code: "wrong_type", path: [name], params: { expected, found } }];
}

function readOr(otherwise, read) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
