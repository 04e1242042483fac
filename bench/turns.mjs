// Candidates take turns, so whatever slows the machine affects all of them. `times` maps each name to its times, one per turn.

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** The median of the ratios of turns in the same round. */
export const ratio = (times, one, other) => median(times[one].map((taken, at) => taken / times[other][at]));

/** Calls `measure(name)` for each candidate once per round. Each round begins with a different candidate. */
export async function turns(names, rounds, measure) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < names.length; at += 1) {
      const name = names[(at + round) % names.length];
      times[name].push(await measure(name));
    }
  }
  return times;
}
