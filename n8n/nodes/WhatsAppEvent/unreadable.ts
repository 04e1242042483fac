import type { Faulty } from './outcome';

/** A parameter whose value cannot be used. */
export class Unreadable {
  constructor(
    readonly parameter: string,
    readonly message: string,
  ) {}

  /** The item's fault for it. */
  get faulty(): Faulty {
    return { ok: false, issues: [{ code: 'wrong_type', path: [this.parameter], message: this.message }], warnings: [] };
  }
}
