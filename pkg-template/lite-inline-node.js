// `waevent/lite/inline` for Node: with all languages, as nobody downloads them there.
import "./locales/ar.js";
import "./locales/es.js";
import "./locales/pt-BR.js";

export * from "./lite-inline.js";
