// Events as JSON text with features on which two JSON parsers may differ: notations of numbers, nesting, repeated keys.

/** Numbers below `end` in a fixed sequence, the same in every run. */
export function steps(seed) {
  let state = seed >>> 0;
  return (end) => {
    // One step of xorshift32 (G. Marsaglia, "Xorshift RNGs", 2003).
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % end;
  };
}

/** A JSON text, or something close to one. */
export function aimed(below) {
  const one = (list) => list[below(list.length)];
  const digits = (count) => Array.from({ length: count }, () => below(10)).join("");
  /** Degrees around the middle between two ten-millionths, with more digits than a double can hold. */
  const tie = () => `${one(["", "-"])}${below(90)}.${digits(7)}${one(["5", "49999999999999", "50000000000001", "4999999999999999999999", "5000000000000000000001"])}${one(["", "0", digits(20)])}`;
  const number = () => one([
    tie, tie,
    () => `${one(["10", "30", "90", "15", "0"])}.${one(["000000000000001", "0000000000000001", "00000000000000001", "5", "25", "016666666666666666", "9999999999999999999"])}`,
    () => `${one(["-", ""])}${1 + below(9)}${digits(below(40))}`,
    () => `${below(10)}.${digits(1 + below(40))}${one(["", "e", "E"]) && `e${one(["", "+", "-"])}${below(330)}`}`,
    () => one(["-0", "-0.0", "0e5", "1e400", "-1e400", "1e-400", "5e-324", "2.4703282292062327e-324", "9007199254740993", "9007199254740992.5", "1.7976931348623159e308", "2.2250738585072011e-308"]),
    () => `18${digits(8)}${one(["", ".5", ".0", "000", "000.5", "e3", "E-3"])}`,
    () => one(["01", "1.", ".5", "+1", "1e", "0x10", "NaN", "-", "1_0", "--1"]),
  ])();
  const text = () => JSON.stringify(one(["", "a", "é😀", "\ud83d", "x\udc00y", "\u0000", "a\nb", " ", "\u001f", "2027-09-10T14:00:00-03:00"]));
  const escaped = () => one(['"\\ud83d"', '"\\ud83d\\ude00"', '"\\u0041\\/"', '"\\ud83d\\u0041"', '"\\x"', '"\\u12"', '"\u001f"', '"\u007f"', '"a\tb"', '"\\u0000"']);
  const deep = () => {
    const depth = one([1, 2, 3, 62, 63, 64, 65, 66, 1000]);
    return one([["[", "]"], ['{"a":', "}"], ['[{"a":', "}]"]]).map((bracket) => bracket.repeat(depth)).join(one(["1", "", '"x"']));
  };
  const list = () => `[${Array.from({ length: one([0, 1, 2, 99, 100, 101]) }, () => one(["1", "null", '"a"', "{}", "[]"])).join(",")}]`;
  const any = () => one([number, number, number, text, escaped, deep, list, () => "null", () => "true", () => "{}", () => "[]"])();
  const key = (names) => one([...names, ...names, "a", "b", "x", "10", "9", "007", "-1", "4294967294", "4294967295", "1.5", "__proto__", "constructor", "", "To", "start_at", "\ud83d", "\udc00", "é"]);
  const pair = (name, value) => `${one(["", " "])}${JSON.stringify(name)}${one(["", " "])}:${one(["", " ", "\t"])}${value}`;
  const place = () => `{${[pair("name", '"Room"'), pair("latitude", number()), pair("longitude", number()), ...Array.from({ length: below(4) }, () => pair(key(["name", "address"]), any()))].join(",")}}`;
  const fields = [
    pair("to", one(['"120363312345678901@g.us"', '"+5511961234567"'])), pair("name", '"Meeting"'), pair("start", one(['"2027-09-10T14:00:00-03:00"', number()])),
    ...Array.from({ length: below(6) }, () => one([
      () => pair("location", place()),
      () => pair("location", place()),
      () => pair(one(["durationMinutes", "reminderMinutes", "delaySeconds"]), number()),
      () => pair(key(["to", "name", "start", "end", "description", "location", "source", "canceled", "replyTo"]), any()),
      () => pair(one(["a", "b", "7", "3"]), any()),
    ])()),
    ...(below(40) === 0 ? Array.from({ length: 60 + below(100) }, () => pair(`${one(["k", ""])}${below(90)}`, "1")) : []),
  ];
  const whole = `{${fields.join(",")}}`;
  // Some texts are damaged by one character.
  if (below(8) > 0) return whole;
  const at = below(whole.length);
  return whole.slice(0, at) + one(["", "", ",", "}", "]", "0", " ", '"', "\\", "\u0001"]) + whole.slice(at + below(2));
}
