// Compares what the package returns with what a case expects. Returns texts, or none if there is no difference. Nothing
// here may import from Node, because browsers run it too.

const show = (value) => {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** The differences between two plain values, ignoring the order of keys. A key with the value undefined is a difference. */
export function differences(actual, expected, at = "") {
  if (Object.is(actual, expected)) return [];
  const plain = (v) => v !== null && typeof v === "object";
  if (!plain(actual) || !plain(expected) || Array.isArray(actual) !== Array.isArray(expected)) {
    return [`${at || "value"}: ${show(actual)}, expected ${show(expected)}`];
  }
  const found = [];
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const where = at ? `${at}.${key}` : key;
    if (!Object.hasOwn(actual, key)) found.push(`${where}: missing, expected ${show(expected[key])}`);
    else if (!Object.hasOwn(expected, key)) found.push(`${where}: not expected, ${show(actual[key])}`);
    else found.push(...differences(actual[key], expected[key], where));
  }
  return found;
}

/** The named fields of `expected` must be equal in `actual`; those that are null must be absent. */
export function fields(actual, expected, at) {
  return Object.keys(expected).flatMap((key) => {
    const isThere = actual !== undefined && Object.hasOwn(actual, key);
    if (expected[key] === null) return isThere ? [`${at}.${key}: ${show(actual[key])}, expected nothing`] : [];
    return isThere ? differences(actual[key], expected[key], `${at}.${key}`) : [`${at}.${key}: missing, expected ${show(expected[key])}`];
  });
}

/** The lists must have the same length and order, equal codes and paths, and contain the params that are given. */
export function issues(actual, expected, at) {
  const brief = (list) => list.map((i) => `${i.code}@${(i.path ?? []).join(".")}`).join(" ") || "none";
  if (!Array.isArray(actual)) return [`${at}: ${show(actual)}, expected a list`];
  const same = actual.length === expected.length
    && actual.every((i, n) => i.code === expected[n].code && differences(i.path, expected[n].path).length === 0);
  if (!same) return [`${at}: ${brief(actual)}, expected ${brief(expected)}`];
  return actual.flatMap((i, n) =>
    expected[n].params ? fields(i.params ?? {}, expected[n].params, `${at}[${n}].params`) : []);
}

/** Compares a Result with what a row expects; `value` compares the value of a successful one. */
export function result(actual, row, value) {
  const expected = row.issues ?? [];
  const found = [...issues(actual?.warnings, row.warnings ?? [], "warnings")];
  if (actual?.ok !== (expected.length === 0)) found.push(`ok: ${show(actual?.ok)}, expected ${expected.length === 0}`);
  if (actual?.ok) {
    found.push(...differences(Object.keys(actual).sort(), ["ok", "value", "warnings"], "keys"));
    if (expected.length > 0) found.push(`issues: none, expected ${expected.map((i) => i.code).join(" ")}`);
    else found.push(...value(actual.value));
  } else {
    found.push(...differences(Object.keys(actual ?? {}).sort(), ["issues", "ok", "warnings"], "keys"));
    found.push(...issues(actual?.issues ?? [], expected, "issues"));
  }
  return found;
}
