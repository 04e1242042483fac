// Candidates take turns, so that what slows the machine slows all of them. `times` has those of each by its name, one a turn.

export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** The median of the ratios of turns that stood side by side. */
export const ratio = (times, one, other) => median(times[one].map((taken, at) => taken / times[other][at]));

/** Measures each candidate once in each round, by `measure(name)`. Each round begins with another one. */
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
