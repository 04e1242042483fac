// Paces the requests. They leave at regular intervals, so no minute has more of them than the limit.

/** A request arrives later than it leaves, so a minute is treated as longer by this factor. */
const SLACK = 1.02;

export class Pace {
  #gap;
  #next;
  #pause = 0;

  /** `lastLeft` is when the last request left, also in an earlier run. */
  constructor(requestsPerMinute, lastLeft) {
    this.#gap = (60_000 / requestsPerMinute) * SLACK;
    this.#next = lastLeft + this.#gap;
  }

  /** The milliseconds until the next request may leave. */
  get wait() {
    // Bounded, in case the clock was set back.
    return Math.min(Math.max(0, this.#next - Date.now()), Math.max(this.#gap, this.#pause));
  }

  left() {
    this.#next = Date.now() + this.#gap;
  }

  /** Makes all requests wait. */
  pause(seconds) {
    this.#pause = seconds * 1000;
    this.#next = Math.max(this.#next, Date.now() + this.#pause);
  }
}
