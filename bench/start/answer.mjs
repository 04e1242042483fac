// From the import to the first answer, in milliseconds. A process can be asked once.
const [, , entryPoint] = process.argv;
const from = performance.now();
const { parseTime } = await import(entryPoint);
parseTime("2027-03-05T14:30:00Z");
process.stdout.write(String(performance.now() - from));
