// Plain data as callers hand it over: only own fields count, and what throws when it is read is not there.

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
