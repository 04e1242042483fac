/** Thrown if a target or an option cannot be used. */
export class TargetError extends Error {
  name = "TargetError";

  constructor(issues) {
    super(issues.map((issue) => issue.message).join(" "));
    this.issues = issues;
  }
}

/** Thrown if a function of `waevent/slim` was called before `init` or `initSync`. */
export class NotInitializedError extends Error {
  name = "NotInitializedError";

  constructor() {
    super("waevent is not started: import \"waevent\" first, or call init() or initSync() of waevent/slim");
  }
}

/** Thrown if the module trapped. A new instance replaces it, and the next call works. */
export class InternalError extends Error {
  name = "InternalError";

  constructor(cause) {
    super("waevent met an internal fault and started anew; please report the input that caused it", { cause });
  }
}

/** Throws if arguments are missing, which is the caller's fault. Faults in data are results. */
export function expectArguments(given, ...needed) {
  if (given.length < needed.length) {
    throw new TypeError(`waevent: ${needed[given.length]} is missing from the arguments`);
  }
}
