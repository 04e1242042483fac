// What an entry point answers to the cases, as text: for two that must answer alike. Nothing here may import from Node: the browser
// runs it too.
import { run } from "./run.mjs";

/** The kinds of cases that `waevent/lite` can answer. */
export const LITE_KINDS = ["events", "rules", "times", "recipients", "requests", "targets", "options", "fingerprints"];

/**
 * What is found wrong with the rows of a case file, and each answer on the way as text: thrown errors too, and each message as
 * guests read it. `event(name)` gives the data of a file in events/.
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
