/** A target or option that cannot be used. */
export class TargetError extends Error {
  name = "TargetError";

  constructor(issues) {
    super(issues.map((issue) => issue.message).join(" "));
    this.issues = issues;
  }
}

/** A function of `waevent/slim` was called before `init` or `initSync`. */
export class NotInitializedError extends Error {
  name = "NotInitializedError";

  constructor() {
    super("waevent is not initialised: call init() or initSync() of waevent/slim first");
  }
}

/** The module trapped. A fresh one took its place, and the next call works. */
export class InternalError extends Error {
  name = "InternalError";

  constructor(cause) {
    super("waevent met an internal fault and started anew; please report the input that caused it", { cause });
  }
}

/** A caller's fault, which is thrown: data faults are results. */
export function expectArguments(given, ...needed) {
  if (given.length < needed.length) {
    throw new TypeError(`waevent: ${needed[given.length]} is missing from the arguments`);
  }
}
