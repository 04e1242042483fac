// The bindings need this in their first line, and Jest's jsdom does not have it.
if (typeof TextDecoder === "undefined") {
  throw new Error("waevent needs TextDecoder and TextEncoder: in jsdom, set both on globalThis from node:util first, as a file of Jest's setupFiles can");
}
