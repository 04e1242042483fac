import type { Faulty } from './outcome';

/** What a parameter holds is not what it is for. */
export class Unreadable {
  constructor(
    readonly parameter: string,
    readonly message: string,
  ) {}

  /** The same as the fault of an item. */
  get faulty(): Faulty {
    return { ok: false, issues: [{ code: 'wrong_type', path: [this.parameter], message: this.message }], warnings: [] };
  }
}
