// The case files and their results in this Node, with which every runtime is compared.
import { everyCase, load, read } from "../../package/support/files.mjs";
import { report } from "./report.mjs";

export const cases = everyCase().map(([kind, name]) => [kind, name, read(name)]);

export const expected = report(await load(), cases);
