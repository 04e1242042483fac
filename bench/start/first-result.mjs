// Prints the milliseconds from the import to the first result. Each process can measure this only once.
const [, , entryPoint] = process.argv;
const from = performance.now();
const { parseTime } = await import(entryPoint);
parseTime("2027-03-05T14:30:00Z");
process.stdout.write(String(performance.now() - from));
