// The exit codes, and the errors that end a run.

export const SOME_REFUSED = 1;
export const WRONG_USE = 2;
export const NOT_READ_OR_WRITTEN = 3;
export const INTERRUPTED = 130;

/** The command was wrong or incomplete. The message says what to give. */
export class UsageError extends Error {}

/** A file could not be read or written. */
export class FileError extends Error {}
