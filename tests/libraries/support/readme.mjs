// The README's example of a library that is installed here.
import { textOf } from "../../package/support/pieces.mjs";
import { blocks } from "../../package/support/snippets.mjs";

const examples = blocks(textOf("README.md"), ["js"]).filter(({ skip }) => skip?.includes("tests/libraries/"));
if (examples.length !== 1) throw new Error(`the README names this folder ${examples.length} times`);

export const honoExample = examples[0].code;
