// What the package returns in a runtime. Nothing here may import from Node, because workerd runs it too.
import { run } from "../../package/support/run.mjs";
import { everyAnswer } from "../../package/support/sample.mjs";

/** The results of an entry point, and their faults according to the cases, given as [kind, name, data]. */
export function report(entryPoint, cases) {
  const events = Object.fromEntries(cases.filter(([kind]) => kind === "events").map(([, name, data]) => [name, data]));
  // The schemas need a validator; they are checked against the same bodies under Node.
  const context = { event: (name) => events[`events/${name}`], body: () => [] };
  const rows = cases.flatMap(([kind, name, data]) => run[kind](entryPoint, data, context).map((row) => ({ name, ...row })));
  return {
    answers: everyAnswer(entryPoint),
    rows: rows.length,
    faults: rows.flatMap(({ name, why, faults }) => faults.map((fault) => `${name}: ${why}: ${fault}`)),
  };
}
