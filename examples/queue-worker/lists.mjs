// Lists the bookings that need attention: those that may or may not have been sent, and those that were not sent, with
// the reason.
//
//     node lists.mjs                          prints both lists
//     node lists.mjs sent ID [MESSAGE_ID]     it was found in the chat: mark it as sent
//     node lists.mjs again ID…                it is not in the chat, or its fault is fixed: send it again
//     node lists.mjs again --all CODE         the same for all that are dead with this code, such as unauthorized
//
// Needs GATEWAY and the account, like the other programs, and no secret.

import { submitAgain } from "./submit.mjs";
import { Ledger } from "./ledger.mjs";
import { connect, openQueue } from "./queue.mjs";

const redis = connect();
const queue = openQueue(redis);
const ledger = new Ledger(redis);

const [verb = "show", ...words] = process.argv.slice(2);
await run().finally(async () => {
  await queue.close();
  await redis.quit();
});

async function run() {
  if (verb === "show") return show();
  if (verb === "sent") return settle(words[0], (id) => ledger.sent(id, { outcome: "sent", messageId: words[1], settledBy: "a person" }));
  if (verb !== "again") return refuse(`Unknown command "${verb}": use show, sent or again.`);
  const ids = words[0] === "--all" ? await deadWith(words[1]) : words;
  for (const id of ids.length > 0 ? ids : [undefined]) await settle(id, (each, found) => submitAgain(queue, each, found));
}

async function deadWith(code) {
  const bookings = await ledger.list("dead");
  return bookings.filter(([, about]) => about.code === code).map(([id]) => id);
}

/** Settles a booking that is held or dead: calls `what` with its id and its entry. */
async function settle(id, what) {
  const job = id && (await queue.getJob(id));
  if (job && !(await job.isFailed())) return refuse(`${id} is still in the queue: look again in a minute.`);
  const found = id && (await ledger.look(id));
  if (found) {
    await job?.remove();
    await what(id, found);
  } else if (job && verb === "again") {
    // The job was given up because workers failed. It continues where it was, and is held if it may have been sent.
    await job.retry("failed", { resetAttemptsMade: true });
  } else if (job && verb === "sent" && (await ledger.stateOf(id)) === "leaving") {
    // The job was given up while its request was on its way, and the event was found in the chat.
    await job.remove();
    await what(id);
  } else {
    return refuse(`"${id ?? ""}" is neither held nor dead.`);
  }
  console.log(`${id} is ${verb === "sent" ? "sent" : "queued again"}`);
}

function refuse(why) {
  console.error(why);
  process.exitCode = 1;
}

async function show() {
  const lists = [
    ["held", "May have been sent. Look in the chat, then settle each with `sent` or `again`"],
    ["dead", "Was not sent, and will not be"],
  ];
  for (const [state, what] of lists) {
    const bookings = await ledger.list(state);
    console.log(`${what}: ${bookings.length}`);
    for (const [each, { event, at, code, message, issues = [] }] of bookings.sort(byTime)) {
      console.log(`  ${each}  ${event?.name ?? ""}  ${code}: ${message ?? issues.map((issue) => issue.message).join(" ")}`);
      console.log(`      since ${at}, to ${shown(event?.to)}, starts ${shown(event?.start)}`);
    }
  }
  // Jobs whose worker failed 20 times.
  for (const job of await queue.getFailed()) {
    console.log(`Given up: ${job.id}  ${job.data.event?.name ?? ""}  ${job.failedReason}${(await ledger.stateOf(job.id)) === "leaving" ? " (it may have been sent: look in the chat)" : ""}`);
  }
}

function byTime([, { at: one = "" }], [, { at: other = "" }]) {
  return one < other ? -1 : 1;
}

function shown(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
