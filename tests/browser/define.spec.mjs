// `waevent/define` in a browser: a page defines a gateway, builds, edits and reads replies with it, and learns what is
// wrong with a description.
import { dirname } from "node:path";
import { expand } from "../package/support/expand.mjs";
import { read } from "../package/support/files.mjs";
import { expect, installed, pageOf, test } from "./support/answers.mjs";
import { site } from "./support/site.mjs";

const cases = expand(read("descriptions"));

/**
 * What a page does with the cases' descriptions next to an entry point. They are passed as text, which keeps a field
 * named `__proto__`.
 */
const made = (page, entry) => page.evaluate(async ([entry, text]) => {
  const { description, rows } = JSON.parse(text);
  const { authorize, buildCancel, buildEdit, buildRequest, parseReply } = await import(`/installed/waevent/${entry}`);
  const { defineGateway } = await import("/installed/waevent/define.js");
  const patched = (value, change) => {
    if (typeof change !== "object" || change === null || Array.isArray(change)) return change;
    const fields = { ...value };
    for (const [name, inner] of Object.entries(change)) {
      if (inner === null) delete fields[name];
      else Object.defineProperty(fields, name, { value: patched(fields[name], inner), enumerable: true, configurable: true, writable: true });
    }
    return fields;
  };
  const told = (change) => {
    try { defineGateway(patched(description, change)); } catch (error) {
      return [error.name, ...error.issues.map(({ code, path }) => ({ code, path }))];
    }
    return [];
  };
  const change = { url: "{baseUrl}/{instance}/messages/{messageId}", body: { phone: null } };
  const gateway = defineGateway({ ...description, edit: change, cancel: {} });
  const target = { gateway, instance: "main" };
  const input = { to: "+55 11 99999-9999", name: "Team meeting", start: "2027-09-10T14:00:00-03:00" };
  const built = buildRequest(input, target);
  return {
    request: built.value.request,
    edited: buildEdit?.(input, "3EB0C767D82A", target).value.request.url,
    canceled: buildCancel && JSON.parse(buildCancel("3EB0C767D82A", target, { event: input }).value.request.body).canceled,
    authorized: authorize?.(built.value.request, { apiKey: "5ecret" }).headers.Authorization,
    outcome: parseReply?.(gateway, { status: 201, body: '{"status":"ok","result":{"id":"3EB0C767D82A"}}' }).outcome,
    copy: buildRequest(input, { ...target, gateway: { ...gateway } }).issues.map(({ code, path }) => [code, ...path]),
    told: rows.map(({ patch }) => told(patch)),
  };
}, [entry, JSON.stringify(cases)]);

const request = {
  method: "POST",
  url: "https://events.example.com/main/send/event?v=1",
  headers: { "Content-Type": "application/json", Authorization: "Bearer {apiKey}" },
  body: JSON.stringify({ phone: "5511999999999", title: "Team meeting", startsAt: 1820595600, canceled: false }),
  missingSecrets: ["apiKey"],
};

test("a page defines a gateway, and every fault of a description is reported", async ({ page }) => {
  const { url, asked, close } = await site({ folders: { "/installed/": dirname(installed) }, pages: { "/": pageOf("") } });
  await page.goto(url);
  const { told, ...found } = await made(page, "browser.js");
  expect(found).toEqual({
    request,
    edited: "https://events.example.com/main/messages/3EB0C767D82A?v=1",
    canceled: true,
    authorized: "Bearer 5ecret",
    outcome: "sent",
    copy: [["wrong_type", "gateway"]],
  });
  for (const [at, { why, issues }] of cases.rows.entries()) {
    const expected = issues ? ["TargetError", ...issues.map(({ code, path }) => ({ code, path }))] : [];
    expect(told[at], why).toEqual(expected);
  }
  // The module that checks descriptions is inside a script, so no second .wasm file is fetched.
  expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual(["/installed/waevent/waevent_bg.wasm"]);
  await close();
});

test("waevent/lite builds for a gateway that the page defined", async ({ page }) => {
  const { url, asked, close } = await site({ folders: { "/installed/": dirname(installed) }, pages: { "/": pageOf("") } });
  await page.goto(url);
  const { request: built, copy, edited } = await made(page, "lite.js");
  expect([built, copy, edited]).toEqual([request, [["wrong_type", "gateway"]], undefined]);
  expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual(["/installed/waevent/waevent_lite.wasm"]);
  await close();
});
