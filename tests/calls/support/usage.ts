// What a program would write, checked against the libraries' own types.
import { type AnyMessageContent, type WASocket } from "baileys";
import { type Client, ScheduledEvent } from "whatsapp-web.js";
import type { chat } from "@wppconnect/wa-js";
import { buildCall, type Call, type EventInput, type LibraryArguments, libraries } from "waevent";

declare const input: EventInput;
declare const sock: WASocket;
declare const client: Client;
declare const WPP: { chat: typeof chat };

const baileys = buildCall(input, { library: "baileys" });
if (baileys.ok) {
  const { to, args } = baileys.value;
  void sock.sendMessage(to, ...args);
  const [content]: [AnyMessageContent] = args;
  const start: Date = args[0].event.startDate;
  void [content, start];
}

const web = buildCall(input, { library: "whatsapp-web.js" }, { strict: true });
if (web.ok) {
  const { to, args } = web.value;
  void client.sendMessage(to, new ScheduledEvent(...args));
}

const js = buildCall(input, { library: "wa-js" });
if (js.ok) {
  const { to, args } = js.value;
  void WPP.chat.sendEventMessage(to, ...args);
}

// The library's id is known only at run time.
const any: Call[] = libraries.flatMap(({ id }) => buildCall(input, { library: id }).value ?? []);
const args: LibraryArguments["baileys"] | undefined = baileys.value?.args;
void [any, args];

// @ts-expect-error: no such library
buildCall(input, { library: "waha" });
// @ts-expect-error: a gateway is not a library
buildCall(input, { gateway: "waha", session: "a" });
// @ts-expect-error: wa-js takes no dates
const wrong: Date | undefined = js.value?.args[0].startTime;
