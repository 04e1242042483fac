// Formatted phone numbers, compared with the output of libphonenumber's Rust port (`cargo xtask data phone-samples`)
// and with libphonenumber-js, an independent reader of the same formats.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { isDeepStrictEqual } from "node:util";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getCountryCallingCode, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { load, tests } from "./support/files.mjs";

const { parseRecipient } = await load();
const { countries, formatRecipient } = await load("waevent/phones");

/** How often each region's example is changed. Most results are valid numbers, and many of them fixed lines. */
const CHANGES = 500;

/** Endless pseudorandom numbers, the same in every run. */
function generator(seed) {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

/** An example and its changes: other digits at the start or anywhere, and one or two digits less or more. */
function* variations(example, below) {
  yield example;
  const any = () => String(below(10));
  for (let round = 0; round < CHANGES; round += 1) {
    const digits = [...example];
    for (let at = 0; at <= below(4); at += 1) digits[at] = any();
    if (below(2) === 0) digits[below(digits.length)] = any();
    const length = Math.max(3, digits.length + [0, 0, 0, -1, 1, -2, 2][below(7)]);
    while (digits.length < length) digits.push(any());
    yield digits.slice(0, length).join("");
  }
}

/** libphonenumber-js replaces all separators of an international number with spaces; libphonenumber keeps them. */
const spaced = (text) => text.replace(/[-./()\s]+/g, " ");

/** libphonenumber-js has no national format for numbers without an international one: 69 followed by five or six digits. */
const isVietnamese = (found, theirs) => found.country === "VN" && /^\+8469\d{5,6}$/.test(found.e164) && found.international === theirs.international;

test("numbers of all regions are formatted as by libphonenumber-js", () => {
  const below = generator(17);
  const seen = { numbers: 0, compared: 0, regions: new Set() };
  const differences = [];
  for (const region of getCountries()) {
    const code = getCountryCallingCode(region);
    for (const national of variations(getExampleNumber(region, examples)?.nationalNumber ?? "812345678", below)) {
      const text = `+${code}${national}`;
      const ours = parseRecipient(text);
      if (!ours.ok) continue;
      // A number that was rewritten, as in Brazil, is formatted in its new form.
      const number = parsePhoneNumberFromString(ours.value.e164);
      const { value, warnings } = formatRecipient(text);
      assert.deepEqual(warnings, ours.warnings, text);
      seen.numbers += 1;
      seen.regions.add(region);
      const theirs = { national: number.formatNational(), international: number.formatInternational(), e164: number.number, country: number.country };
      // libphonenumber-js uses a later release: numbers that are invalid in it are not compared.
      if (!number.isValid()) continue;
      seen.compared += 1;
      const found = { ...value, international: spaced(value.international) };
      if (!isDeepStrictEqual(found, theirs) && !isVietnamese(found, theirs)) differences.push({ found, theirs });
    }
  }
  assert.equal(seen.regions.size, getCountries().length);
  assert.ok(seen.compared > 18_000 && seen.compared > seen.numbers * 0.99, `${seen.compared} of ${seen.numbers}`);
  assert.deepEqual(differences, []);
});

test("one number of each format of each region is formatted as by libphonenumber", () => {
  const samples = readFileSync(join(tests, "cases", "written-numbers.txt"), "utf8").trim().split("\n");
  assert.ok(samples.length > 900);
  const found = samples.map((sample) => {
    const [e164] = sample.split(";");
    const { ok, value, issues } = formatRecipient(e164);
    return ok ? [value.e164, value.country, value.national, value.international].join(";") : `${e164} ${issues[0].code}`;
  });
  const differences = found.flatMap((text, at) => (text === samples[at] ? [] : [[text, samples[at]]]));
  // Seven digits in Canada that are the start of a ten-digit number in Los Angeles; they can only be dialled within
  // Canada.
  assert.deepEqual(differences, [["+13102123;US;310-2123;+1 310-2123", "+13102123;CA;310-2123;+1 310-2123"]]);
});

test("numbers are formatted as in libphonenumber's documentation and in common use", () => {
  for (const [text, country, national, international] of [
    ["11999999999", "BR", "(11) 99999-9999", "+55 11 99999-9999"],
    ["+55 11 8765-4321", undefined, "(11) 98765-4321", "+55 11 98765-4321"],
    // Argentine mobile numbers have a 9 in international format, and 15 after the area code in national format.
    ["+5491123456789", undefined, "011 15-2345-6789", "+54 9 11 2345-6789"],
    // Mexico dropped the 1 in 2019.
    ["+5215512345678", undefined, "55 1234 5678", "+52 55 1234 5678"],
    // In Italy the zero is part of the number.
    ["+390612345678", undefined, "06 1234 5678", "+39 06 1234 5678"],
    ["6502530000", "US", "(650) 253-0000", "+1 650-253-0000"],
    ["416-555-0123", "CA", "(416) 555-0123", "+1 416-555-0123"],
    ["020 7031 3000", "GB", "020 7031 3000", "+44 20 7031 3000"],
    ["5511999999999@s.whatsapp.net", undefined, "(11) 99999-9999", "+55 11 99999-9999"],
    ["https://wa.me/4915112345678", undefined, "01511 2345678", "+49 1511 2345678"],
  ]) {
    const { ok, value } = formatRecipient(text, { country });
    assert.ok(ok, text);
    assert.deepEqual([value.national, value.international], [national, international], text);
    assert.equal(value.e164, value.international.replace(/[^+\d]/g, ""));
    // Both formats can be read again.
    assert.equal(parseRecipient(value.international).value.e164, value.e164);
    assert.equal(parseRecipient(value.national, { country: value.country }).value.e164, value.e164, text);
  }
});

test("an incomplete number gives the issues of parseRecipient, and a recipient without a number has its own issue", () => {
  for (const [text, options] of [["(11) 9999", { country: "BR" }], ["11999999999", {}], ["+5511", {}], ["", {}], [undefined, {}], [5, {}], ["+5511999999999", { country: "XX" }], ["x", { language: "pt-BR" }]]) {
    const { ok, issues, warnings } = parseRecipient(text, options);
    assert.equal(ok, false, String(text));
    assert.deepEqual(formatRecipient(text, options), { ok, issues, warnings });
  }
  const words = { en: "Choose a person: only people have a phone number.", "pt-BR": "Escolha uma pessoa: só pessoas têm número de telefone.", es: "Elija a una persona: solo las personas tienen número de teléfono.", ar: "اختر شخصًا: رقم الهاتف للأشخاص وحدهم." };
  for (const [text, kind] of [["120363312345678901@g.us", "group"], ["123456789012345@lid", "lid"]]) {
    for (const [language, message] of Object.entries(words)) {
      const { ok, issues } = formatRecipient(text, { language });
      assert.equal(ok, false);
      assert.deepEqual(issues, [{ code: "recipient_unsupported", path: ["to"], params: { kind }, message }]);
    }
    assert.equal(formatRecipient(text).issues[0].message, words.en);
  }
  // An id that is in no numbering plan is a recipient, but has no format.
  const outside = "5511199999999@c.us";
  assert.equal(parseRecipient(outside).ok, true);
  const told = formatRecipient(outside);
  assert.deepEqual([told.ok, told.issues.map(({ code }) => code)], [false, ["phone_invalid_for_region"]]);
  assert.throws(() => formatRecipient(), { name: "TypeError", message: /is missing/ });
});

test("countries() lists every country with mobile numbers, by its name in the language", () => {
  const all = countries();
  // Tristan da Cunha has only fixed lines.
  assert.deepEqual(all.map(({ country }) => country).sort(), getCountries().filter((country) => country !== "TA").sort());
  for (const { country, callingCode, name, example } of all) {
    assert.equal(String(callingCode), getCountryCallingCode(country));
    assert.equal(name, new Intl.DisplayNames("en", { type: "region" }).of(country));
    const number = parsePhoneNumberFromString(example.e164);
    assert.deepEqual({ ...example, international: spaced(example.international) }, { national: number.formatNational(), international: number.formatInternational(), e164: number.number }, country);
    assert.equal(parseRecipient(example.national, { country }).value?.e164, example.e164, country);
    assert.ok(!parseRecipient(example.e164).warnings.some(({ code }) => code === "phone_not_mobile"), country);
  }
  for (const language of ["en", "pt-BR", "es", "ar", "de"]) {
    const names = countries({ language }).map(({ name }) => name);
    assert.deepEqual(names, [...names].sort(new Intl.Collator(language).compare));
    assert.ok(names.includes(new Intl.DisplayNames(language, { type: "region" }).of("BR")));
  }
  assert.throws(() => countries({ language: "no tag" }), RangeError);
});
