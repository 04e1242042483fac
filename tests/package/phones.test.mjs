// Phone numbers: every digit that the host knows, and numbers compared with libphonenumber-js, an independent reader of
// the same plans.
import assert from "node:assert/strict";
import test from "node:test";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getCountryCallingCode, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { load } from "./support/files.mjs";

const { parseRecipient, versions } = await load();

/**
 * The plans that changed between the release of libphonenumber in the package and the one in libphonenumber-js, 9.0.43,
 * according to the changelog.
 */
const RELEASE = "9.0.42";
const CHANGED = ["BJ", "CN", "DE", "EC", "ET", "GE", "LA", "RO", "ZW"];

/** Countries in which WhatsApp ids make numbers valid that libphonenumber considers invalid. */
const OWN_RULES = ["BR", "MX"];

const CHANGES = 40;

function generator(seed) {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

test("numbers are read as by libphonenumber-js", () => {
  assert.equal(versions.phoneNumbers, RELEASE, "CHANGED lists what changed since another release");
  const below = generator(7);
  const seen = { valid: 0, invalid: 0 };
  for (const country of getCountries().filter((code) => !CHANGED.includes(code) && !OWN_RULES.includes(code))) {
    const example = getExampleNumber(country, examples);
    const [national, international] = [example.nationalNumber, example.number];
    for (let round = 0; round < CHANGES; round += 1) {
      const at = below(national.length);
      const digits = national.slice(0, at) + below(10) + national.slice(at + 1);
      const code = international.slice(0, -national.length);
      const bare = code.slice(1) + digits;
      for (const [text, options] of [[digits, { country }], [code + digits, {}], [bare, { bareNumbers: "international" }]]) {
        const theirs = parsePhoneNumberFromString(text === bare ? code + digits : text, options.country);
        const ours = parseRecipient(text, options);
        const e164 = theirs?.isValid() ? theirs.number : undefined;
        assert.equal(ours.ok ? ours.value.e164 : undefined, e164, `${text} in ${country}`);
        seen[ours.ok ? "valid" : "invalid"] += 1;
      }
    }
  }
  assert.ok(seen.valid > 5000 && seen.invalid > 2000, JSON.stringify(seen));
});

/** How libphonenumber-js reads digits that somebody in a country writes, or undefined if they are not a mobile number. */
function mobile(text, country) {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isValid() && /MOBILE/.test(number.getType() ?? "") ? number.number : undefined;
}

test("digits without a plus sign never reach a different person", () => {
  const below = generator(11);
  const countries = getCountries().filter((code) => !CHANGED.includes(code));
  const seen = { accepted: 0, refused: 0, strangers: 0 };
  for (const country of countries) {
    const { nationalNumber: national, countryCallingCode: code } = getExampleNumber(country, examples);
    for (let round = 0; round < CHANGES; round += 1) {
      const at = below(national.length);
      const digits = national.slice(0, at) + below(10) + national.slice(at + 1);
      for (const text of [digits, `0${digits}`, `1${digits}`, `8${digits}`, code + digits]) {
        const meant = mobile(text, country);
        if (meant === undefined) continue;
        const ours = parseRecipient(text);
        assert.equal(ours.ok ? ours.value.e164 : meant, meant, `${text} in ${country}`);
        seen[ours.ok ? "accepted" : "refused"] += 1;
        // The issue names the country that reads it so, or one that shares its calling code, unless there are too many.
        if (!ours.ok && ours.issues[0].code === "phone_country_missing") {
          const { candidates = [] } = ours.issues[0].params ?? {};
          const isNamed = candidates.some((named) => getCountryCallingCode(named) === code);
          assert.ok(isNamed || candidates.length === 12, `${text} in ${country}: ${candidates}`);
        }
        const all = parseRecipient(text, { bareNumbers: "international" });
        if (all.ok && all.value.e164 !== meant) seen.strangers += 1;
      }
    }
  }
  assert.ok(seen.accepted > 3000 && seen.refused > 5000 && seen.strangers > 20, JSON.stringify(seen));
});

test("every decimal digit in the host's Unicode version is read as a digit", () => {
  const digits = [];
  for (let code = 0x80; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    if (/^\p{Nd}$/u.test(character)) digits.push(character);
  }
  assert.ok(digits.length >= 650);
  // Digits are encoded in runs of ten, from zero to nine.
  digits.forEach((character, index) => {
    const result = parseRecipient(`+44 7911 12345${character}`);
    assert.equal(result.ok && result.value.e164, `+44791112345${index % 10}`, `U+${character.codePointAt(0).toString(16)}`);
    assert.deepEqual(result.warnings.map(({ code }) => code), ["phone_digits_normalized"]);
  });
});
