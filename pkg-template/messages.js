// The messages of issues that scripts find.
import { formatIssue } from "./api.js";

/** The issue with its message, in the language of options that were good when they were read. */
export function withMessage(issue, options) {
  const worded = (language) => ({ ...issue, message: formatIssue(issue, language) });
  try {
    return worded(options.language);
  } catch {
    return worded("en");
  }
}
