// In a case file, `{"$repeat": ["a", 201]}` stands for the text "a" 201 times.
export function expand(value) {
  if (Array.isArray(value)) return value.map(expand);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "$repeat") return value.$repeat[0].repeat(value.$repeat[1]);
  // fromEntries defines properties, so a key named __proto__ stays a key.
  return Object.fromEntries(keys.map((key) => [key, expand(value[key])]));
}
