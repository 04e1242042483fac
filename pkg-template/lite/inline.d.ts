export * from "../lite.js";
