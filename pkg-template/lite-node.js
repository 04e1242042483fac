// `waevent/lite` for Node, where nobody downloads the module: it is the whole one.
import "./node.js";

export * from "./lite-api.js";
