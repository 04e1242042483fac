// `waevent/lite` for workerd. It uses the whole module, because nothing is downloaded there.
import "./workerd.js";

export * from "./lite-api.js";
