// What rows are called, for those who measure and those who read.

/** What is measured: the package, its part for pages, the package in one script, and another build of the package. */
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

/** What it is compared with. */
export const STRINGIFY = "JSON.stringify(body)";
export const ROUND_TRIP = "JSON.parse(JSON.stringify(input))";
export const ONE_BY_ONE = "decode, parse, build, encode";
export const LUXON = "luxon";
export const ZOD = "zod + luxon + libphonenumber-js/max";

/** Whether a row is of libraries that are used together, of those with zod, of libphonenumber-js by itself. */
export const isSet = (name) => name.includes(" + ");
export const isZod = (name) => name.startsWith("zod + ");
export const isPhones = (name) => name.startsWith("libphonenumber-js/");
