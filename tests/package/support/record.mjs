// What an entry point returns for the cases, as text, to compare two that must return the same. Nothing here may import
// from Node, because browsers run it too.
import { run } from "./run.mjs";

/** The kinds of cases that `waevent/lite` supports. */
export const LITE_KINDS = ["events", "rules", "times", "recipients", "requests", "targets", "options", "fingerprints"];

/**
 * The faults found in the rows of a case file, and every intermediate result as text, including thrown errors and each
 * message for guests. `event(name)` returns the data of a file in events/.
 */
export function recorded(waevent, kind, data, event) {
  const answers = [];
  const keep = (answer) => {
    answers.push(JSON.stringify(answer));
    for (const issue of [...answer.issues ?? [], ...answer.warnings ?? []]) answers.push(waevent.formatIssue(issue, "en", {}));
    return answer;
  };
  const heard = (call) => (...given) => {
    try {
      return keep(call(...given));
    } catch (error) {
      answers.push(`${error.name}: ${error.message} ${JSON.stringify(error.issues)}`);
      throw error;
    }
  };
  const { parseEvent, parseTime, parseRecipient, buildRequest, createBuilder } = waevent;
  const asked = {
    ...waevent,
    ...Object.fromEntries(Object.entries({ parseEvent, parseTime, parseRecipient, buildRequest }).map(([name, call]) => [name, heard(call)])),
    createBuilder: (...given) => {
      const builder = heard(createBuilder)(...given);
      return { ...builder, build: heard(builder.build) };
    },
  };
  const rows = run[kind](asked, data, { event, body: () => [] });
  return { answers, faults: rows.flatMap(({ why, faults }) => faults.map((fault) => `${why}: ${fault}`)) };
}
