// `waevent/lite` for Node. It uses the whole module, because nothing is downloaded there.
import "./node.js";

export * from "./lite-api.js";
