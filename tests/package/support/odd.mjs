// Values that no caller should pass, created anew for each call. Inherited values carry a mark that must appear
// nowhere.
export const INHERITED = "inherited-value";

const fields = (value) => Object.fromEntries(["to", "name", "start", "end", "description", "location", "gateway", "instance", "now", "length", "0", "url", "body"]
  .map((name) => [name, value]));
const inherited = () => fields(INHERITED);
const refuse = () => { throw new Error("do not look at me"); };
const traps = ["get", "set", "has", "ownKeys", "getOwnPropertyDescriptor", "defineProperty", "deleteProperty", "getPrototypeOf", "setPrototypeOf",
  "isExtensible", "preventExtensions", "apply", "construct"];
const refusing = Object.fromEntries(traps.map((name) => [name, refuse]));
const revoked = (target) => { const { proxy, revoke } = Proxy.revocable(target, {}); revoke(); return proxy; };
/** A proxy of a list that lies about its length. `lengths` are its successive values; the last one repeats. */
const list = (...lengths) => new Proxy([], { get: (target, name) => (name === "length" ? (lengths.length > 1 ? lengths.shift() : lengths[0]) : 5) });
const deep = (depth, wrap) => { let value = 1; for (let at = 0; at < depth; at += 1) value = wrap(value); return value; };
const endless = () => new Proxy({}, { ownKeys: () => ["name", "location", "to"], get: endless,
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }), getPrototypeOf: endless });

/** An object with the shape of another library's date, which returns anything. */
const temporal = (said) => Object.create({ ...inherited(), [Symbol.toStringTag]: "Temporal.ZonedDateTime", toString: said });
const luxon = (fields, said) => Object.assign(Object.create({ toISO: said, valueOf: said }), { isLuxonDateTime: true, isValid: true, ...fields });
const dayjs = (said) => Object.assign(Object.create({ valueOf: said }), { $isDayjsObject: true });

class Plain { #hidden = 1; own = 1; get to() { return INHERITED; } name() { return this.#hidden; } }
class Names extends Array { get 0() { return INHERITED; } }

export const ODD = {
  undefined: () => undefined, null: () => null, NaN: () => NaN, infinity: () => Infinity, "minus infinity": () => -Infinity, "minus zero": () => -0, "a huge number": () => 1e308,
  "a tiny number": () => 5e-324, "a bigint": () => 10n ** 30n, "a negative bigint": () => -1n, "a long bigint": () => 10n ** 3000n,
  "a symbol": () => Symbol("to"), "a well-known symbol": () => Symbol.iterator, "a registered symbol": () => Symbol.for("to"),
  "an arrow": () => () => 1, "a class": () => Plain, "an async function": () => async () => 1, "a generator": () => (function* () { yield 1; })(),
  "a function with fields": () => Object.assign(() => 1, { to: "+5511999999999" }),
  "a Map": () => new Map([["to", "x"]]), "a Set": () => new Set(["x"]), "a WeakMap": () => new WeakMap(), "a WeakRef": () => new WeakRef({}),
  "a promise": () => Promise.resolve(1), "a thenable": () => ({ then: refuse }), "a Date": () => new Date(2e12), "an invalid Date": () => new Date(NaN),
  "a Date with a false now": () => Object.assign(new Date(2e12), { getTime: refuse, valueOf: refuse, toJSON: refuse }),
  "a RegExp": () => /x/g, "an Error": () => new Error("x"), "boxed text": () => new String("+5511999999999"), "a boxed number": () => new Number(5),
  "a boxed boolean": () => new Boolean(true), "a boxed bigint": () => Object(5n), "a boxed symbol": () => Object(Symbol("x")),
  bytes: () => new Uint8Array(3), doubles: () => new Float64Array(200), "a buffer": () => new ArrayBuffer(8), "a shared buffer": () => new SharedArrayBuffer(8),
  "a DataView": () => new DataView(new ArrayBuffer(8)), "a URL": () => new URL("https://example.com"), "search parameters": () => new URLSearchParams("to=x"),
  headers: () => new Headers({ to: "x" }), "a zone": () => new Intl.DateTimeFormat("en"), arguments: () => (function () { return arguments; })(1, 2),
  "a class instance": () => new Plain(), "an object that inherits": () => Object.create(inherited()), "a chain of prototypes": () => deep(500, (value) => Object.create(Object(value))),
  "no prototype": () => Object.create(null), "no prototype, with fields": () => Object.assign(Object.create(null), { name: 1 }),
  "fields that are not enumerable": () => Object.defineProperties({}, Object.fromEntries(Object.keys(fields(1)).map((name) => [name, { value: INHERITED }]))),
  "symbols as keys": () => ({ [Symbol("to")]: INHERITED, [Symbol.iterator]: refuse, [Symbol.toPrimitive]: refuse }),
  "__proto__ as a key": () => JSON.parse(`{"__proto__":${JSON.stringify(inherited())},"constructor":{"prototype":{}}}`),
  "fields that refuse conversion": () => ({ toString: refuse, valueOf: refuse, toJSON: refuse, [Symbol.toPrimitive]: refuse }),
  "getters that throw": () => Object.defineProperties({}, Object.fromEntries(Object.keys(fields(1)).map((name) => [name, { enumerable: true, get: refuse }]))),
  "a getter that throws undefined": () => ({ get name() { throw undefined; } }), "a getter that returns its object": () => ({ get location() { return this; } }),
  "a setter without a getter": () => ({ set name(value) { refuse(value); } }),
  "a getter that deletes the other fields": () => Object.setPrototypeOf({ get a() { for (const name of ["to", "name", "start", "0"]) delete this[name]; return 1; },
    to: "+5511999999999", name: "x", start: "2037-01-01T00:00:00Z", 0: 1 }, inherited()),
  "a proxy that refuses": () => new Proxy({}, refusing), "a list's proxy that refuses": () => new Proxy([], refusing), "a function's proxy that refuses": () => new Proxy(() => 1, refusing),
  "a revoked proxy": () => revoked({}), "a revoked proxy of a list": () => revoked([]), "a revoked proxy of a function": () => revoked(() => 1),
  "an endless chain of proxies": endless, "a proxy whose prototype is itself": () => { const proxy = new Proxy({}, { getPrototypeOf: () => proxy }); return proxy; },
  "a proxy of a Date": () => new Proxy(new Date(), {}), "a proxy of a Map": () => new Proxy(new Map(), {}),
  "a proxy with keys that do not exist": () => new Proxy({}, { ownKeys: () => ["name", "to"] }), "a proxy with a key twice": () => new Proxy({}, { ownKeys: () => ["a", "a"] }),
  "a proxy with invalid keys": () => new Proxy({}, { ownKeys: () => [1, null] }),
  "a proxy with very many keys": () => new Proxy({}, { ownKeys: () => Array.from({ length: 300 }, (_, at) => `k${at}`), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) }),
  "a list of length 1n": () => list(1n), "a list of length 1.5": () => list(1.5), "a list of length -1": () => list(-1), "a list of length NaN": () => list(NaN),
  "a list of length '3'": () => list("3"), "a list of length null": () => list(null), "a list of length true": () => list(true), "a list of length {}": () => list({ valueOf: () => 1 }),
  "a list of a length that throws later": () => list({ n: 0, valueOf() { this.n += 1; if (this.n > 3) refuse(); return 1; } }),
  "a list of length symbol": () => list(Symbol("1")), "a list that grows": () => list(1, 1e4), "a list that shrinks": () => list(100, 0),
  "an object tagged as an Array": () => ({ [Symbol.toStringTag]: "Array", length: 2, 0: 1 }), "an object tagged as an Array, of length 1n": () => ({ [Symbol.toStringTag]: "Array", length: 1n }),
  "no list, inherits": () => Object.create({ [Symbol.toStringTag]: "Array", ...inherited(), length: 1 }),
  "an object tagged as a Date": () => ({ [Symbol.toStringTag]: "Date" }), "an object tagged as a Map": () => ({ [Symbol.toStringTag]: "Map" }), "a tag that throws": () => ({ get [Symbol.toStringTag]() { return refuse(); } }),
  "a Temporal that throws": () => temporal(refuse), "a Temporal that returns a symbol": () => temporal(() => Symbol("2037")), "a Temporal that returns an object": () => temporal(() => ({ toString: refuse })),
  "a Temporal that returns a lone surrogate": () => temporal(() => "2037-01-01T00:00Z\ud83d"), "a Temporal that returns 1n": () => temporal(() => 1n), "a Temporal that returns too much": () => temporal(() => "2037".repeat(2000)),
  "a Luxon that throws": () => luxon({}, refuse), "a Luxon that returns a symbol": () => luxon({}, () => Symbol("2037")), "a Luxon that returns null": () => luxon({}, () => null), "a Luxon without a method": () => luxon({}, undefined),
  "a Luxon whose zone throws": () => Object.defineProperty(luxon({}, () => "x"), "zone", { get: refuse }), "a Luxon whose zone is a symbol": () => luxon({ zone: { type: "iana" }, zoneName: Symbol("x") }, () => "x"),
  "a Luxon whose zone contains brackets": () => luxon({ zone: { type: "iana" }, zoneName: "UTC][!x=\ud83d" }, () => "2037-01-01T00:00:00Z"),
  "a dayjs that throws": () => dayjs(refuse), "a dayjs that returns a symbol": () => dayjs(() => Symbol("1")), "a dayjs that returns 1n": () => dayjs(() => 1n), "a dayjs that returns an object": () => dayjs(() => ({ valueOf: refuse })),
  "a dayjs without a method": () => Object.assign(Object.create({ valueOf: 5 }), { $isDayjsObject: true }), "marks from JSON": () => JSON.parse('{"$isDayjsObject":true,"isLuxonDateTime":true,"_isAMomentObject":true,"isValid":true,"zone":{"type":"iana"}}'),
  "an empty list": () => [], "a list with holes": () => [, 1, , 2], "a list with holes that inherit": () => Object.setPrototypeOf([, ,], Object.assign(Object.create(Array.prototype), { 0: INHERITED, 1: INHERITED })),
  "a list of a class": () => Names.from([1]), "a long list": () => Array(1e5).fill(1), "the longest list": () => Array(2 ** 32 - 1), "a list with fields": () => Object.assign([1], { to: "x" }),
  "a list that contains itself": () => { const one = []; one.push(one); return one; }, "an object that contains itself": () => { const one = {}; one.location = one; one.to = one; return one; },
  "deep objects": () => deep(20_000, (value) => ({ location: value })), "deep lists": () => deep(20_000, (value) => [value]),
  "empty text": () => "", "NUL": () => "\0", "a lone surrogate": () => "\ud800", "surrogates in the wrong order": () => "\udc00\ud800", "the last code point": () => "\u{10ffff}",
  "a byte order mark": () => "\ufeff", "a noncharacter": () => "\uffff", "line separators": () => "\u2028\u2029\r\n", "a long text": () => "x".repeat(5000),
};
