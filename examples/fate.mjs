// What becomes of a booking after the gateway's reply. All programs here that send follow these rules.

/**
 * A booking is given up after this many attempts that certainly sent nothing, or after this many replies "too many
 * requests".
 */
const MOST_TRIES = 10;
const MOST_THROTTLES = 100;
const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 600;

/** How long everything waits if the gateway reports too many requests without saying for how long. */
const THROTTLED_SECONDS = 60;

/** If something is wrong with the account, every booking fails in the same way. */
const ACCOUNT = ["unauthorized", "forbidden", "session_not_found"];

export const isOfTheAccount = ({ retry, code }) => retry === "never" && ACCOUNT.includes(code);

/**
 * What becomes of a booking, given the reply that `parseReply` returned and the number of attempts before it:
 *
 *     sent    the gateway accepted it
 *     later   certainly not sent; may be tried again after `pauseSeconds`. If `isThrottled`, all other bookings wait too
 *     dead    not sent, and never will be
 *     held    unknown: somebody has to check before it is sent again
 */
export function fateOf(reply, { tries: triesBefore = 0, throttles: throttlesBefore = 0 } = {}) {
  if (reply.outcome === "sent" || reply.outcome === "accepted") return { state: "sent" };
  if (reply.retry === "never") return { state: "dead" };
  if (reply.retry !== "after") return { state: "held" };
  const isThrottled = reply.code === "rate_limited";
  const tries = triesBefore + (isThrottled ? 0 : 1);
  const throttles = throttlesBefore + (isThrottled ? 1 : 0);
  if (tries >= MOST_TRIES || throttles >= MOST_THROTTLES) return { state: "dead", tries, throttles };
  const pauseSeconds = isThrottled
    ? reply.retryAfterSeconds ?? THROTTLED_SECONDS
    : Math.max(Math.min(FIRST_PAUSE_SECONDS * 2 ** (tries - 1), LONGEST_PAUSE_SECONDS), reply.retryAfterSeconds ?? 0);
  return { state: "later", tries, throttles, isThrottled, pauseSeconds };
}
