// Spreadsheets written by LibreOffice in four locales, as CSV and as XLSX (with the commands in
// fixtures/make-spreadsheets.mjs): what is read must be what bookings.mjs contains.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SHEETS } from "./fixtures/bookings.mjs";
import { bodies, cli, fixture, TARGET } from "./support/run.mjs";

/** The digits of a number as people dial it in its country, with the country's code in front. */
const CODES = { US: "1", BR: "55", ES: "34", SA: "966" };
const digitsOf = (phone, country) => (phone.startsWith("+") ? phone.replace(/\D/g, "") : CODES[country] + phone.replace(/\D/g, "").replace(/^0/, ""));

/**
 * The expected events, in RyzeAPI's fields. The end is computed on the local clock, because no booking spans a clock
 * change.
 */
function wanted([name, phone, start, minutes, place], country) {
  const end = new Date(Date.parse(`${start.replace(" ", "T")}:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
  return { name, number: digitsOf(phone, country), start: `${start.replace(" ", "T")}:00`, end, place: place || undefined };
}
const found = ({ name, number, startAt, endAt, location }) => ({ name, number, start: startAt.slice(0, 19), end: endAt.slice(0, 19), place: location?.name });

for (const [locale, { rows, country, zone, dates, csv }] of Object.entries(SHEETS)) {
  const options = ["--country", country, "--time-zone", zone];
  test(`${locale}: CSV is read`, async () => {
    const { code, stderr, lines } = await cli(["build", ...TARGET, ...options, "--dates", dates, fixture(`spreadsheets/${locale}.csv`)]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, new RegExp(`^Read as (CSV|TSV), separated by .+, ${csv.encoding}\n`));
    assert.deepEqual(bodies(lines).map(found), rows.map((row) => wanted(row, country)));
    assert.deepEqual(lines.map(({ row }) => row), [2, 3, 4]);
  });
  test(`${locale}: XLSX is read, whose dates need no order`, async () => {
    const { code, stderr, lines } = await cli(["build", ...TARGET, ...options, fixture(`spreadsheets/${locale}.xlsx`)]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(bodies(lines).map(found), rows.map((row) => wanted(row, country)));
  });
}
