import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Reply } from '../../engine/waevent';

/** How long one run waits, all in all, because its gateway asks it to. */
const PATIENCE_SECONDS = 60;

/** How long to wait where a gateway has had too much and does not say; twice as long each time. */
const FIRST_GUESS_SECONDS = 10;

const notSent = (message: string, retryAfterSeconds?: number): Reply => ({
  outcome: 'not_sent',
  code: retryAfterSeconds === undefined ? 'send_failed' : 'rate_limited',
  message,
  retry: 'after',
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
});

/** When the items of a run may be sent: at the rate that the gateway takes, and not before it wants to be asked again. */
export class Pace {
  private readonly everySeconds: number;

  private pauseSeconds = 0;

  private patienceSeconds = PATIENCE_SECONDS;

  private guessSeconds = FIRST_GUESS_SECONDS;

  private refusal?: Reply;

  /** For `count` requests to a gateway that takes so many a minute, if it says how many. */
  constructor(requestsPerMinute: number | undefined, count: number) {
    // What the gateway takes in a minute goes out at once.
    this.everySeconds = requestsPerMinute !== undefined && count > requestsPerMinute ? 60 / requestsPerMinute : 0;
  }

  /** Waits for an item's turn. Where it does not come in this run, returns what that makes of the item. */
  async turn(node: IExecuteFunctions): Promise<Reply | undefined> {
    const isCancelled = () => node.getExecutionCancelSignal()?.aborted ?? false;
    // Where the execution is cancelled meanwhile, the wait ends at once.
    if (!this.refusal && this.pauseSeconds > 0) await sleep(this.pauseSeconds * 1000, node.getExecutionCancelSignal()).catch(() => {});
    return isCancelled() ? notSent('The execution was cancelled before this item was sent.') : this.refusal;
  }

  /** Takes note of a reply; every request counts, refused ones too. */
  note(reply: Reply): void {
    const askedSeconds = this.askedFor(reply);
    this.pauseSeconds = Math.max(this.everySeconds, askedSeconds);
    if (askedSeconds > this.patienceSeconds) {
      this.refusal = notSent(`The gateway wants a pause of ${askedSeconds} seconds. This item was not sent.`, askedSeconds);
    }
    this.patienceSeconds -= askedSeconds;
  }

  private askedFor(reply: Reply): number {
    if (!('code' in reply)) return 0;
    if (reply.retryAfterSeconds !== undefined) return reply.retryAfterSeconds;
    if (reply.code !== 'rate_limited') return 0;
    this.guessSeconds *= 2;
    return this.guessSeconds / 2;
  }
}
