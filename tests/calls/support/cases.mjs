// The calls of every case, built by the installed package.
import { expand } from "../../package/support/expand.mjs";
import { list, load, read } from "../../package/support/files.mjs";

const { buildCall } = await load();

/** For each case of a library that is not refused: the case's name, the parsed event, and the call. */
export const calls = (library) => list("calls", library).flatMap((name) => {
  const { event, input, options = { now: "2026-01-01T00:00:00Z" } } = expand(read(`calls/${library}/${name}`));
  const { value, warnings } = buildCall(input ?? expand(read(`events/${event}`)).input, { library }, options);
  return value ? [{ name, ...value, warnings }] : [];
});

/** A date in whole seconds. */
export const seconds = (date) => date && date.getTime() / 1000;
