import { sleep, type IExecuteFunctions } from 'n8n-workflow';
import type { Reply } from '../../engine/waevent';

/** How long one run waits in total because the gateway requests it. */
const PATIENCE_SECONDS = 60;

/** How long to wait if a gateway reports too many requests without saying for how long. Doubled each time. */
const FIRST_GUESS_SECONDS = 10;

const notSent = (message: string, retryAfterSeconds?: number): Reply => ({
  outcome: 'not_sent',
  code: retryAfterSeconds === undefined ? 'send_failed' : 'rate_limited',
  message,
  retry: 'after',
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
});

/** Decides when the items of a run may be sent: at the gateway's rate, and not before the time it requested. */
export class Pace {
  private readonly everySeconds: number;

  private pauseSeconds = 0;

  private patienceSeconds = PATIENCE_SECONDS;

  private guessSeconds = FIRST_GUESS_SECONDS;

  private refusal?: Reply;

  /** For `count` requests to a gateway with this limit per minute, if it publishes one. */
  constructor(requestsPerMinute: number | undefined, count: number) {
    // As many as the gateway accepts in a minute are sent without waiting.
    this.everySeconds = requestsPerMinute !== undefined && count > requestsPerMinute ? 60 / requestsPerMinute : 0;
  }

  /** Waits for an item's turn. If it does not come in this run, returns the item's outcome. */
  async turn(node: IExecuteFunctions): Promise<Reply | undefined> {
    const isCancelled = () => node.getExecutionCancelSignal()?.aborted ?? false;
    // If the execution is cancelled meanwhile, the wait ends immediately.
    if (!this.refusal && this.pauseSeconds > 0) await sleep(this.pauseSeconds * 1000, node.getExecutionCancelSignal()).catch(() => {});
    return isCancelled() ? notSent('The execution was cancelled before this item was sent.') : this.refusal;
  }

  /** Records a reply. Every request counts, including refused ones. */
  note(reply: Reply): void {
    const askedSeconds = this.askedFor(reply);
    this.pauseSeconds = Math.max(this.everySeconds, askedSeconds);
    if (askedSeconds > this.patienceSeconds) {
      this.refusal = notSent(`The gateway needs a pause of ${askedSeconds} seconds. This item was not sent.`, askedSeconds);
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
