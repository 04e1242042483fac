// What an editor suggests during typing: the fields of the expected argument, although other types are accepted too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { completions } from "./support/editor.mjs";
import { consumer, load } from "./support/files.mjs";

const types = (name) => readFileSync(join(consumer(), "node_modules", "waevent", name), "utf8");

/** The fields that an interface declares, in the form that an editor shows. */
const fields = (name, file = "index.d.ts") =>
  [...new RegExp(`export interface ${name}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(types(file))[1].matchAll(/^ {2}(\w+\??):/gm)].map(([, field]) => field).sort();

const GATEWAYS = (await load()).gateways.map(({ id }) => id).sort();
const EVENT = fields("EventInput");
const OPTIONS = fields("Options");
/** Fields with which other programs' objects express a time, and those by which recipients differ. */
const SOME_OF_A_TIME = ["dateTime?", "epochSeconds?", "hour?", "rfc3339?", "seconds?", "timeZone?"];

const FORM_OPTIONS = [...OPTIONS, "failure?", "heading?", "onSubmit?", "signal?", "summary?", "writeRecipient?"];
const FORM = 'bindForm(document.forms[0]!, { target: { gateway: "ryzeapi", instance: "a" }';
const PLACES = [
  ["parseEvent({ | });", EVENT],
  ["parseEvent({ name: '', | });", EVENT.filter((field) => field !== "name")],
  ["parseEvent({ location: { | } });", fields("LocationInput")],
  ["parseEvent({}, { | });", OPTIONS],
  ["buildRequest({ | }, target);", EVENT],
  ["createBuilder(target).build({ | });", EVENT],
  ["createBuilder(target, { | });", OPTIONS],
  ["eventSchema({ | });", [...OPTIONS, "target?"]],
  ["eventSchema({ target: { gateway: 'wawp', | } });", ["accessToken?", "baseUrl?", "credentials?", "instanceId", "values?"]],
  ["buildRequest({}, { gateway: 'waha', | });", ["apiKey?", "baseUrl", "session"]],
  ["buildRequest({}, { gateway: '|' });", GATEWAYS],
  ["parseEvent({}, { language: '|' });", ["ar", "en", "es", "pt-BR"]],
  ["parseEvent({}, { labels: { | } });", [...EVENT.map((name) => `${name.replace("?", "")}?`), ...fields("LocationInput").map((name) => `"location.${name.replace("?", "")}"?`)]],
  ["parseEvent({}, { disambiguation: '|' });", ["compatible", "earlier", "later", "reject"]],
  ["parseTime({}, { | });", OPTIONS],
  ["parseReply('|', { status: 200 });", GATEWAYS],
  ["parseReply('waha', { status: 200 }, { | });", [...OPTIONS, "secrets?"]],
  ["formatRecipient('', { | });", OPTIONS],
  ["buildLines('', target, { | });", [...OPTIONS, "onProgress?", "signal?"]],
  [`${FORM}, | });`, FORM_OPTIONS],
  [`${FORM}, onSubmit({ | }) {} });`, ["input", "submitter", "value", "warnings"]],
  ["bound.read().|;", EVENT.map((name) => `${name.replace("?", "")}?`)],
  ["fillTimeZones(select, { | });", ["host?", "timeZone?"]],
  ["useEventForm({ target, | });", FORM_OPTIONS],
  ["card.event = { | };", ["canceled?", "description?", "end?", "extraGuestsAllowed?", "joinLink?", "location?", "name?", "reminderSeconds?", "scheduledCall?", "start?"]],
  ["parsed.|;", ["issues?", "ok", "value?", "warnings"]],
];
const PARTS = [
  ["parseTime({ | });", SOME_OF_A_TIME],
  ["parseEvent({ start: { | } });", SOME_OF_A_TIME],
  ["parseRecipient({ | });", ["e164?", "id?", "kind"]],
  ["formatRecipient({ | });", ["e164?", "id?", "kind"]],
];

test("an editor suggests the fields of events, options, targets and forms, and nothing else", async () => {
  const offered = await completions(consumer(), `
import * as all from "waevent";
import { bindForm, fillTimeZones } from "waevent/form";
import { useEventForm } from "waevent/react";
import { formatRecipient } from "waevent/phones";
import "waevent/card";
const { buildLines, buildRequest, createBuilder, eventSchema, parseEvent, parseRecipient, parseReply, parseTime } = all;
declare const target: all.Target;
declare const select: HTMLSelectElement;
const bound = bindForm(document.forms[0]!);
const card = document.createElement("waevent-card");
const parsed = parseEvent({});
${[...PLACES, ...PARTS].map(([line]) => line).join("\n")}
`);
  const told = PLACES.map(([line], at) => [line, offered[at]]);
  assert.deepEqual(told, PLACES.map(([line, names]) => [line, [...names].sort()]));
  const parts = offered.slice(PLACES.length);
  for (const [at, [line, names]] of PARTS.entries()) {
    assert.deepEqual(names.filter((name) => !parts[at].some((label) => label.replace("?", "") === name.replace("?", ""))), [], `${line} ${parts[at].slice(0, 40)}`);
    assert.ok(parts[at].length < 40, `${line}: ${parts[at].length} suggestions are all global names`);
  }
});
