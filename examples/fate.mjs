// What becomes of a booking, by what the gateway answered: the rules of all programs here that send by themselves.

/** After so many tries that surely did not go out, a booking is given up; and after so many that came too soon. */
const MOST_TRIES = 10;
const MOST_THROTTLES = 100;
const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 600;

/** How long all wait where the gateway says that there were too many requests, and not for how long. */
const THROTTLED_SECONDS = 60;

/** What is wrong with the account is wrong with all bookings. */
const ACCOUNT = ["unauthorized", "forbidden", "session_not_found"];

export const isOfTheAccount = ({ retry, code }) => retry === "never" && ACCOUNT.includes(code);

/**
 * The fate of a booking, by a reply as `parseReply` gives it, and by how often it was tried before:
 *
 *     sent    the gateway took it
 *     later   it surely did not go out, and may be tried again after `pauseSeconds`; all others wait as well where `isThrottled`
 *     dead    it did not go out, and will not
 *     held    nobody knows: somebody has to look before it is sent again
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
