// How fast requests leave. They leave one after the other, so that in any minute there are no more than the limit.

/** A request arrives later than it left: by so much a minute is taken to be longer. */
const SLACK = 1.02;

export class Pace {
  #gap;
  #next;
  #pause = 0;

  /** `lastLeft` is when a request left last, also in a run before. */
  constructor(requestsPerMinute, lastLeft) {
    this.#gap = (60_000 / requestsPerMinute) * SLACK;
    this.#next = lastLeft + this.#gap;
  }

  /** In how many milliseconds the next one may leave. */
  get wait() {
    // A clock that was set back lets nobody wait for long.
    return Math.min(Math.max(0, this.#next - Date.now()), Math.max(this.#gap, this.#pause));
  }

  left() {
    this.#next = Date.now() + this.#gap;
  }

  /** Lets all wait. */
  pause(seconds) {
    this.#pause = seconds * 1000;
    this.#next = Math.max(this.#next, Date.now() + this.#pause);
  }
}
