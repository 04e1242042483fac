// The names of rows, shared by the measurements and the report.

/** The builds that are measured: the package, its smaller entry point for pages, the package as one script, and another build. */
export const WHOLE = "waevent";
export const LITE = "waevent/lite";
export const INLINE = "waevent/inline";
export const OTHER = "the other build";

export const building = (build) => `${build}: createBuilder().build`;
export const recipients = (build) => `${build}: parseRecipient`;
export const times = (build) => `${build}: parseTime`;
export const lines = (build) => `${build}: buildLines`;
export const refused = (name) => `${name}, refused`;

export const drawnByScript = (name) => `${name}, drawn by its script`;

/** What the builds are compared with. */
export const STRINGIFY = "JSON.stringify(body)";
export const ROUND_TRIP = "JSON.parse(JSON.stringify(input))";
export const ONE_BY_ONE = "decode, parse, build, encode";
export const LUXON = "luxon";
export const ZOD = "zod + luxon + libphonenumber-js/max";

/** Whether a row is a set of libraries used together, such a set with zod, or libphonenumber-js alone. */
export const isSet = (name) => name.includes(" + ");
export const isZod = (name) => name.startsWith("zod + ");
export const isPhones = (name) => name.startsWith("libphonenumber-js/");
