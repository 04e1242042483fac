// The messages of issues that scripts find.
import { formatIssue } from "./api.js";

/** The issue with its message, in the language of options that were good when they were read. */
export function told(issue, options) {
  const told = (language) => ({ ...issue, message: formatIssue(issue, language) });
  try {
    return told(options.language);
  } catch {
    return told("en");
  }
}
