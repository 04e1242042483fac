// The case files, and what Node makes of them here: what every runtime is held against.
import { everyCase, load, read } from "../../package/support/files.mjs";
import { report } from "./report.mjs";

export const cases = everyCase().map(([kind, name]) => [kind, name, read(name)]);

export const expected = report(await load(), cases);
