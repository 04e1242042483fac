// What a runtime makes of the package. Nothing here may import from Node: workerd runs it too.
import { run } from "../../package/support/run.mjs";
import { everyAnswer } from "../../package/support/sample.mjs";

/** The answers of an entry point, and what is wrong with them by the cases, given as [kind, name, data]. */
export function report(entryPoint, cases) {
  const events = Object.fromEntries(cases.filter(([kind]) => kind === "events").map(([, name, data]) => [name, data]));
  // The schemas need a validator, and judge the same bodies under Node.
  const context = { event: (name) => events[`events/${name}`], body: () => [] };
  const rows = cases.flatMap(([kind, name, data]) => run[kind](entryPoint, data, context).map((row) => ({ name, ...row })));
  return {
    answers: everyAnswer(entryPoint),
    rows: rows.length,
    faults: rows.flatMap(({ name, why, faults }) => faults.map((fault) => `${name}: ${why}: ${fault}`)),
  };
}
