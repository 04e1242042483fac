// Measures how long a booking takes. It is printed and not checked, because machines differ.

const BOOKINGS = 100;

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Sends bookings with `send`, which takes a name: first one after the other, and then ten at a time. */
export async function pace(what, send) {
  const timed = async (at) => {
    const started = performance.now();
    await send(`Booking ${at}`);
    return performance.now() - started;
  };
  await timed(0);
  const times = [];
  for (let at = 1; at <= BOOKINGS; at += 1) times.push(await timed(at));

  const started = performance.now();
  let next = 1;
  await Promise.all(Array.from({ length: 10 }, async () => {
    while (next <= BOOKINGS) await timed((next += 1));
  }));
  const perMinute = Math.round((BOOKINGS * 60_000) / (performance.now() - started));
  console.log(`  ${what}: ${median(times).toFixed(1)} ms a booking (median of ${BOOKINGS}), ${perMinute} a minute, ten at a time`);
}
