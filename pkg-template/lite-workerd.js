// `waevent/lite` for workerd, where nobody downloads the module: it is the whole one.
import "./workerd.js";

export * from "./lite-api.js";
