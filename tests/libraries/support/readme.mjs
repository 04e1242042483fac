// The guide's example for a library that is installed here.
import { textOf } from "../../package/support/pieces.mjs";
import { blocks } from "../../package/support/snippets.mjs";

const examples = blocks(textOf("docs/guide/schemas.md"), ["js"]).filter(({ skip }) => skip?.includes("tests/libraries/"));
if (examples.length !== 1) throw new Error(`the guide links to this folder ${examples.length} times`);

export const honoExample = examples[0].code;
