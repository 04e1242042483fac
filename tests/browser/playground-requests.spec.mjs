// The requests that the playground shows. The expected ones were written manually from the gateways' documentation, not
// taken from the package.

import { pages } from "../support/pages.mjs";
import { beside, body, booking, card, check, choose, codes, endSeconds, expect, field, open, startSeconds, test } from "./support/playground.mjs";

const names = pages.map(({ name }) => name);

test("the playground starts with the example booking, ready for the first gateway", async ({ page }) => {
  await open(page);
  await expect(page.locator("#gateways").getByRole("radio")).toHaveCount(names.length);
  await expect(page.locator("#gateways")).toHaveText(names.join(""));
  await expect(page.locator("#status")).toHaveText("Ready.");
  await expect(page.locator("#method")).toHaveText("POST");
  await expect(page.locator("#url")).toHaveText("https://ryzeapi.cloud/api/message/event/clinic");
  await expect(page.locator("#headers")).toHaveText("Content-Typeapplication/jsontoken{token}");
  expect(await body(page)).toEqual({
    number: "5511999999999",
    name: booking.name,
    startAt: "2026-06-23T14:00:00-03:00",
    endAt: "2026-06-23T15:00:00-03:00",
    description: booking.description,
    location: booking.location,
    joinLink: booking.joinLink,
    isScheduleCall: false,
    hasReminder: true,
    reminderOffsetSec: 7200,
    extraGuestsAllowed: true,
    isCanceled: false,
    source: "site",
  });
  await expect(page.locator("#secrets")).toContainText("authorize(request, { token })");
  await expect(page.locator("#more-count")).toHaveText("· 3 in use");
});

test("Wappfy: both contracts, with the fields that are moved and left out", async ({ page }) => {
  await open(page);
  await choose(page, "Wappfy");
  await expect(page.locator("#url")).toHaveText("https://api.wappfy.com.br/api/clinic/events");
  await expect(page.locator("#headers")).toHaveText("Content-Typeapplication/jsonapikey{apiKey}");
  const event = {
    name: booking.name,
    description: `${booking.description}\n\n${booking.joinLink}`,
    startTime: startSeconds * 1000,
    endTime: endSeconds * 1000,
    location: {
      name: "Clínica Vila Nova, Rua Harmonia, 123, São Paulo",
      latitude: -23.5558,
      longitude: -46.6891,
    },
    extraGuestsAllowed: true,
  };
  expect(await body(page)).toEqual({ jid: "5511999999999@s.whatsapp.net", event });
  const moved = ["field_moved", "field_moved", "field_unsupported", "field_unsupported"];
  expect(await codes(page.locator("#warnings"))).toEqual(moved);
  await expect(page.locator("#status")).toHaveText("Ready. 4 notes.");
  await check(page);
  for (const id of ["location-address", "joinLink", "reminderMinutes", "source"]) {
    await expect(beside(page, id, "warning")).toHaveCount(1);
    await expect(page.locator(`#${id}`)).not.toHaveAttribute("aria-invalid");
  }

  await field(page, "Session").fill("front-desk");
  await field(page, "Contract").selectOption("reference");
  await expect(page.locator("#url")).toHaveText("https://api.wappfy.com.br/api/front-desk/events");
  expect(await body(page)).toEqual({
    chatId: "5511999999999@c.us",
    event: { ...event, startTime: startSeconds, endTime: endSeconds, location: { name: event.location.name } },
  });
  await field(page, "Contract").blur();
  await expect(beside(page, "location-latitude", "warning")).toHaveAttribute("data-code", "field_unsupported");

  await choose(page, "RyzeAPI");
  await expect(page.locator("#warnings")).toBeHidden();
  await expect(beside(page, "source", "warning")).toHaveCount(0);
});

test("Wawp: credentials in each of three places, and values as strings", async ({ page }) => {
  await open(page);
  await choose(page, "Wawp");
  const rest = {
    chatId: "5511999999999",
    "event.name": booking.name,
    "event.description": `${booking.description}\n\n${booking.joinLink}`,
    "event.startTime": startSeconds,
    "event.endTime": endSeconds,
    "event.location.name": "Clínica Vila Nova, Rua Harmonia, 123, São Paulo",
    "event.extraGuestsAllowed": true,
  };
  await expect(page.locator("#url")).toHaveText("https://api.wawp.net/v2/send/event");
  expect(await body(page)).toEqual({ instance_id: "CLINIC01", access_token: "{accessToken}", ...rest });
  await expect(page.locator("#body mark")).toHaveText('"{accessToken}"');

  await field(page, "Credentials go in the").selectOption("query");
  await expect(page.locator("#url")).toHaveText(
    "https://api.wawp.net/v2/send/event?instance_id=CLINIC01&access_token={accessToken}",
  );
  expect(await body(page)).toEqual(rest);

  await field(page, "Credentials go in the").selectOption("header");
  await expect(page.locator("#headers")).toHaveText(
    "Content-Typeapplication/jsonX-Instance-IDCLINIC01AuthorizationBearer {accessToken}",
  );

  await field(page, "Values").selectOption("strings");
  expect(await body(page)).toEqual({
    ...rest,
    "event.startTime": String(startSeconds),
    "event.endTime": String(endSeconds),
    "event.extraGuestsAllowed": "true",
  });
});

test("a canceled event is sent if the gateway has a field for it, and refused otherwise", async ({ page }) => {
  await open(page);
  await page.getByText("More fields").click();
  await field(page, "It is cancelled").check();
  expect((await body(page)).isCanceled).toBe(true);
  await expect(card(page)).toContainText("Event cancelled");
  await choose(page, "Wawp");
  expect(await codes(page.locator("#issues"))).toEqual(["field_unsupported"]);
  await expect(page.locator("#request")).toBeHidden();
});

test("WAHA: the request goes to a self-hosted server", async ({ page }) => {
  await open(page);
  await choose(page, "WAHA");
  await expect(page.locator("#url")).toHaveText("https://waha.example.com/api/default/events");
  await expect(page.locator("#headers")).toHaveText("Content-Typeapplication/jsonX-Api-Key{apiKey}");
  expect(await body(page)).toEqual({
    chatId: "5511999999999@c.us",
    event: {
      name: booking.name,
      description: `${booking.description}\n\n${booking.joinLink}`,
      startTime: startSeconds,
      endTime: endSeconds,
      location: { name: "Clínica Vila Nova, Rua Harmonia, 123, São Paulo" },
      extraGuestsAllowed: true,
    },
  });
  await field(page, "Base URL").fill("");
  await field(page, "Base URL").blur();
  await expect(beside(page, "waha-baseUrl", "issue")).toHaveAttribute("data-code", "required");
});

test("Z-API: groups only, two secrets, no end", async ({ page }) => {
  await open(page);
  await choose(page, "Z-API");
  expect(await codes(page.locator("#issues"))).toEqual(["recipient_unsupported"]);
  await page.locator("#to").fill("120363019502650977@g.us");
  await expect(page.locator("#url")).toHaveText("https://api.z-api.io/instances/CLINIC01/token/{token}/send-event");
  await expect(page.locator("#headers")).toHaveText("Content-Typeapplication/jsonClient-Token{clientToken}");
  expect(await body(page)).toEqual({
    phone: "120363019502650977-group",
    event: {
      name: booking.name,
      description: `${booking.description}\n\n${booking.joinLink}`,
      dateTime: "2026-06-23T17:00:00.000Z",
      location: { name: "Clínica Vila Nova, Rua Harmonia, 123, São Paulo" },
      canceled: false,
    },
  });
  await check(page);
  await expect(beside(page, "end", "warning")).toHaveAttribute("data-code", "field_unsupported");
  await field(page, "Client token").selectOption("path");
  await expect(page.locator("#headers")).toHaveText("Content-Typeapplication/json");
});

test("all gateways side by side: each body, and what each gateway cannot carry", async ({ page }) => {
  await open(page);
  const of = (id) => page.locator(`#all [data-gateway="${id}"]`);
  await expect(page.locator("#all h3")).toHaveText(names);
  const all = {
    ryzeapi: [],
    wappfy: ["field_moved", "field_moved", "field_unsupported", "field_unsupported"],
    wawp: ["field_moved", "field_unsupported", "field_moved", "field_unsupported", "field_unsupported"],
    waha: ["field_moved", "field_unsupported", "field_moved", "field_unsupported", "field_unsupported"],
  };
  for (const [id, expected] of Object.entries(all)) {
    expect([id, await codes(of(id))]).toEqual([id, expected]);
    // The same body as when the gateway is chosen.
    await choose(page, await of(id).locator("h3").textContent());
    expect(JSON.parse(await of(id).locator("pre").textContent())).toEqual(await body(page));
    await expect(of(id).locator(".address")).toHaveText(await page.locator("#url").textContent());
  }
  await expect(of("ryzeapi")).toContainText("Carries everything.");
  await expect(of("zapi")).toContainText("Refuses it");
  await expect(of("zapi").locator("pre")).toHaveCount(0);
  await page.locator("#to").fill("120363019502650977@g.us");
  expect(JSON.parse(await of("zapi").locator("pre").textContent()).phone).toBe("120363019502650977-group");
  // An issue of the event is not repeated for each gateway.
  await field(page, "Name").fill("");
  await expect(page.locator("#all").getByText("The event cannot be sent as it is.")).toHaveCount(names.length);
});
