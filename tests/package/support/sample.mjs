// An event and a target of each gateway, for tests that need any.

/** Far in the future, but before the last second that gateways accept. */
export const EVENT = {
  to: "+5511999999999",
  name: "Team meeting 🎉",
  start: "2037-09-10T14:00:00-03:00",
  durationMinutes: 90,
  description: "Olá!\n\tSegunda linha",
  location: { name: "Room A", address: "Av. Paulista, 1000", latitude: -23.5613, longitude: -46.6565 },
  joinLink: "https://call.whatsapp.com/video/Q7mXvN3kRt0LbYwZ2sHcDf",
  reminderMinutes: 15,
  extraGuestsAllowed: true,
  replyTo: "3EB0C767D82A",
  delaySeconds: 5,
  source: "crm",
};

export const TARGETS = [
  { gateway: "ryzeapi", instance: "sales" },
  { gateway: "wappfy", session: "sales", apiKey: "a-key" },
  { gateway: "wappfy", session: "sales", contract: "reference" },
  { gateway: "wawp", instanceId: "A1B2", accessToken: "a-token" },
  { gateway: "wawp", instanceId: "A1B2", credentials: "query", values: "strings" },
  { gateway: "waha", session: "sales", baseUrl: "https://waha.example.com" },
];

const WEBHOOK = { event: "event.response", payload: { id: "58BB", from: "120363019502650977@g.us", participant: "5511999999999@c.us",
  eventCreationKey: { id: "false_120363019502650977@g.us_3EB0_1@c.us" }, eventResponse: { response: "GOING", timestampMs: 1747707858429, extraGuestCount: 1 } } };

/** Calls every function of an entry point, once with a good and once with a faulty argument. */
export function everyAnswer(entryPoint) {
  const options = { now: "2030-01-01T00:00:00Z" };
  const told = (call) => {
    try { return call(); } catch (error) { return { name: error.name, issues: error.issues, message: error.message }; }
  };
  return JSON.stringify([
    entryPoint.parseEvent(EVENT, options), entryPoint.parseEvent({ name: "\u0007", end: 5, nmae: 1 }, options),
    [options, ...TARGETS.map((target) => ({ ...options, target }))].map((each) => [EVENT, {}].map((event) => entryPoint.eventSchema(each)["~standard"].validate(event))),
    told(() => entryPoint.eventSchema({ language: "xx" })), entryPoint.eventSchema()["~standard"].jsonSchema.input({ target: "draft-07" }),
    entryPoint.parseTime("2031-04-28T14:00:00-03:00"), entryPoint.parseTime(new Date(2e12)), entryPoint.parseTime("soon"),
    entryPoint.parseRecipient("+55 (11) 99999-9999"), entryPoint.parseRecipient("call me"),
    TARGETS.map((target) => entryPoint.buildRequest(EVENT, target, options)), TARGETS.map((target) => entryPoint.bodySchema(target)), told(() => entryPoint.bodySchema({})), entryPoint.formatIssue({ code: "required", path: ["name"] }, "en"), told(() => entryPoint.formatIssue({}, "en")), entryPoint.buildRequest({}, {}, { strict: 1 }),
    TARGETS.map((target) => entryPoint.createBuilder(target, options).build(EVENT)), told(() => entryPoint.createBuilder({})),
    entryPoint.createBuilder({ ...TARGETS[0], tokne: 1 }, { ...options, zone: 1 }).warnings,
    TARGETS.map((target) => told(() => entryPoint.authorize(entryPoint.buildRequest(EVENT, target, options).value.request, { token: "t", apiKey: "k", accessToken: "a", clientToken: "c" }))),
    told(() => entryPoint.authorize({}, {})), entryPoint.parseRsvp("wawp", WEBHOOK), entryPoint.parseRsvp("wappfy", JSON.stringify(WEBHOOK)), entryPoint.parseRsvp("x", "{"),
    told(() => entryPoint.parseReply("none", {})),
    entryPoint.parseReply("wawp", { status: 429, headers: { "Retry-After": "5" }, body: "<p>Too many\ud83d</p>" }),
    entryPoint.tally([entryPoint.parseRsvp("wawp", WEBHOOK).value]), entryPoint.sameMessage("3EB0", WEBHOOK.payload.eventCreationKey.id), entryPoint.gateways, entryPoint.versions,
  ]);
}
