// The results as a page of Markdown, with the goals and whether each was reached.

const two = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(1));
const table = (head, rows) => [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

export function page({ date, machine, version, libraries, rounds, initialisation, memory, engines }) {
  const named = Object.entries(libraries).map(([name, number]) => `${name} ${number}`).join(", ");
  const parts = [
    `# What waevent ${version} costs`,
    `Written by \`cargo xtask bench\` on ${date}: ${machine}; ${named}. All candidates take turns in one process, ${rounds} rounds,
and a ratio is the median over turns that stood side by side: trust the ratios, not the microseconds. All build the same
body from the same input, and are checked for it before they are measured.`,
    goals(engines, memory),
    ...engines.flatMap(({ engine, groups }) => [`## ${engine}`, ...groups.map(section)]),
    "## Start and memory",
    `From the import to the first answer, a fresh Node each: ${Object.entries(initialisation).map(([entryPoint, took]) => `${two(took)} ms (\`${entryPoint}\`)`).join(", ")}.

Heap, external memory and array buffers before and after ${memory.builds.toLocaleString("en")} builds, one in five refused:
${(memory.before / 1e6).toFixed(2)} MB and ${(memory.after / 1e6).toFixed(2)} MB.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function section({ what, references, rows }) {
  const head = [what, "µs", ...references.map((reference) => `÷ ${reference}`)];
  return table(head, rows.map(({ name, microseconds, ratios }) => [name, two(microseconds), ...ratios.map(two)]));
}

function goals(engines, memory) {
  const rows = engines.flatMap(({ engine, groups }) => {
    const [zone, offset, refusedZone, refusedOffset, phone, time, lines] = groups;
    const ratio = (group, name, reference) =>
      group.rows.find((row) => row.name.startsWith(name)).ratios[group.references.findIndex((found) => found.startsWith(reference))];
    const build = "waevent: createBuilder";
    const [name] = engine.split(",");
    const most = (what, found, limit) => [name, what, `≤ ${limit}`, two(found), found <= limit ? "yes" : "no"];
    const least = (what, found, limit) => [name, what, `≥ ${limit}`, two(found), found >= limit ? "yes" : "no"];
    const fastest = Math.min(...zone.rows.filter((row) => row.name.includes(" + ")).map((row) => ratio(zone, row.name, build)));
    const cost = name.startsWith("Node 20")
      ? most("build ÷ JSON.stringify(body)", ratio(zone, build, "JSON.stringify"), 1.5)
      : most("build ÷ JSON round trip of the input", ratio(zone, build, "JSON.parse"), 1.1);
    return [
      cost,
      least("zod + luxon + libphonenumber-js ÷ build, zone", ratio(zone, "zod", build), 15),
      least("the same, offset", ratio(offset, "zod", build), 8),
      least("fastest libraries ÷ build, zone", fastest, 5),
      least("libphonenumber-js ÷ parseRecipient", ratio(phone, "libphonenumber-js/min: parse", "waevent"), 10),
      least("luxon ÷ parseTime, zone", ratio(time, "luxon", "waevent"), 15),
      most("refusal ÷ build, zone", ratio(refusedZone, "waevent: build, refused", build), 3),
      most("refusal ÷ build, offset", ratio(refusedOffset, "waevent: build, refused", build), 3),
      most("buildLines ÷ decode, parse, build, encode", ratio(lines, "waevent", "decode"), 0.35),
    ];
  });
  const grown = (memory.after - memory.before) / 1e6;
  rows.push(["Node", "MB that a million builds leave", "≤ 0.5", grown.toFixed(2), grown <= 0.5 ? "yes" : "no"]);
  return `## Goals\n\n${table(["engine", "what", "goal", "found", "reached"], rows)}`;
}
