// Plain data as callers hand it over: only own fields count. What throws when it is read is not there, or, of options, unreadable.
import { isPlain } from "./read.js";

/** A field of an object's own. */
export function own(object, name) {
  return orNothing(() => (typeof object === "object" && object !== null && Object.hasOwn(object, name) ? object[name] : undefined));
}

/** The items of a list by their places, in order: `[place, item]`. A list that is long and mostly empty takes no longer for it. */
export function itemsOf(list) {
  const places = orNothing(() => Array.isArray(list) && Object.keys(list)) || [];
  // Lists have other fields too.
  return places.filter((key) => String(key >>> 0) === key).map((key) => [key >>> 0, own(list, key)]);
}

/** What `look` gives; nothing where it throws. */
export function orNothing(look) {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** Stands for a value that threw when it was read: so does this. */
export const UNREADABLE = /* @__PURE__ */ (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();

/** The same data, which nobody can change any more. */
export function freeze(value) {
  if (typeof value === "object" && value !== null) {
    Object.values(Object.freeze(value)).forEach(freeze);
  }
  return value;
}

/** Some of the options, and the others, which are not read yet. What is no plain object is judged as what it is. */
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

/** The fault of an option that JavaScript alone reads; none where it fits, or is absent. */
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
