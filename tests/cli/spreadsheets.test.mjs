// Spreadsheets that LibreOffice wrote in four locales, as CSV and as XLSX (fixtures/make-spreadsheets.mjs has the commands):
// what comes out is what bookings.mjs put in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SHEETS } from "./fixtures/bookings.mjs";
import { bodies, cli, fixture, TARGET } from "./support/run.mjs";

/** The digits of a number as its country's people dial it, by its country's code. */
const CODES = { US: "1", BR: "55", ES: "34", SA: "966" };
const digitsOf = (phone, country) => (phone.startsWith("+") ? phone.replace(/\D/g, "") : CODES[country] + phone.replace(/\D/g, "").replace(/^0/, ""));

/** What was asked for, in the fields of RyzeAPI. The end is worked out on the local clock: no booking spans a change of it. */
function wanted([name, phone, start, minutes, place], country) {
  const end = new Date(Date.parse(`${start.replace(" ", "T")}:00Z`) + minutes * 60_000).toISOString().slice(0, 19);
  return { name, number: digitsOf(phone, country), start: `${start.replace(" ", "T")}:00`, end, place: place || undefined };
}
const found = ({ name, number, startAt, endAt, location }) => ({ name, number, start: startAt.slice(0, 19), end: endAt.slice(0, 19), place: location?.name });

for (const [locale, { rows, country, zone, dates, csv }] of Object.entries(SHEETS)) {
  const options = ["--country", country, "--time-zone", zone];
  test(`${locale}, as CSV`, async () => {
    const { code, stderr, lines } = await cli(["build", ...TARGET, ...options, "--dates", dates, fixture(`spreadsheets/${locale}.csv`)]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, new RegExp(`^Read as (CSV|TSV), separated by .+, ${csv.encoding}\n`));
    assert.deepEqual(bodies(lines).map(found), rows.map((row) => wanted(row, country)));
    assert.deepEqual(lines.map(({ row }) => row), [2, 3, 4]);
  });
  test(`${locale}, as XLSX, whose dates need no order`, async () => {
    const { code, stderr, lines } = await cli(["build", ...TARGET, ...options, fixture(`spreadsheets/${locale}.xlsx`)]);
    assert.equal(code, 0, stderr);
    assert.deepEqual(bodies(lines).map(found), rows.map((row) => wanted(row, country)));
  });
}
