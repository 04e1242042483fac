// Messages for the issues that are found in JavaScript.
import { formatIssue } from "./api.js";

/** The issue with its message, in the language of the options, or in English if that cannot be used. */
export function withMessage(issue, options) {
  const worded = (language) => ({ ...issue, message: formatIssue(issue, language) });
  try {
    return worded(options.language);
  } catch {
    return worded("en");
  }
}
