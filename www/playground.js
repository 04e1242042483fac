// Connects the parts of the page: whenever the form changes, everything is read, built and drawn again.
// One build takes microseconds, so doing less would save nothing.

import { buildRequest, gateways } from "waevent";
import { bindForm, fillTimeZones } from "waevent/form";
import { bulk } from "./bulk/bulk.js";
import { showCalendar } from "./calendar.js";
import { onCopy } from "./copy.js";
import { byId } from "./dom.js";
import { exampleEvent } from "./example.js";
import { countMore, fillCountries, fillEvent, valuesOf } from "./form.js";
import { showAll } from "./gateways.js";
import { showGuest } from "./guest.js";
import { showIssues } from "./issues.js";
import { language, languages, say, speak } from "./language.js";
import { messagesIn } from "./messages.js";
import { showCall, showRequest } from "./request.js";
import { linkTo, valuesIn } from "./share.js";
import { snippets } from "./snippets.js";
import { createTarget } from "./target.js";

export async function start() {
  const form = byId("playground");
  const fields = byId("event-fields");
  let messages = await messagesIn(language);
  let request = null;

  const target = createTarget(gateways, tellAnew);
  fillTimeZones(byId("timeZone"));
  fillCountries();

  const country = () => (byId("country").value ? { country: byId("country").value } : {});
  const options = () => ({ ...country(), ...messages });
  const bound = bindForm(form, {
    summary: byId("summary"),
    get target() { return target.read(); },
    get country() { return country().country; },
    get language() { return messages.language; },
    onSubmit: () => byId("wire").focus(),
  });

  function update() {
    const input = bound.read();
    const to = target.read();
    const result = buildRequest(input, to, options());
    request = result.ok ? result.value.request : null;
    showIssues(form, result);
    showRequest(request, gateways.find(({ id }) => id === to.gateway));
    showCall(input, to, country());
    showGuest(input, result);
    showCalendar(result);
    showAll(gateways, input, target.read, options());
    countMore();
  }

  /** Updates the page for another gateway or language, including the messages that are shown at fields. */
  function tellAnew() {
    bound.refresh();
    update();
  }

  function restart(values) {
    const account = target.read();
    form.reset();
    target.fill({ ...account, ...values });
    fillEvent(fields, values);
    update();
  }

  async function changeLanguage(wanted) {
    await speak(wanted);
    messages = await messagesIn(wanted);
    target.show();
    fillCountries();
    tellAnew();
  }

  /** Puts the link into the address bar and on the clipboard. */
  async function share() {
    const link = linkTo({ ...target.read(), ...valuesOf(fields) });
    history.replaceState(null, "", link);
    const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
    byId("shared").textContent = say(copied ? "linkCopied" : "linkInBar");
  }

  form.addEventListener("input", update);
  form.addEventListener("change", update);
  byId("show-example").addEventListener("click", () => restart(exampleEvent(new Date())));
  byId("clear").addEventListener("click", () => restart({}));
  byId("share").addEventListener("click", share);
  addEventListener("hashchange", () => {
    const values = valuesIn(location.hash);
    if (values) restart(values);
  });

  byId("language").append(...Object.entries(languages).map(([code, name]) => new Option(name, code)));
  for (const option of byId("language").options) option.lang = option.value;
  byId("language").value = language;
  byId("language").addEventListener("change", ({ target: { value } }) => changeLanguage(value));

  onCopy((kind) => (request ? snippets[kind](request) : null));
  bulk(() => ({ target: target.read(), options: country(), language }));
  restart(valuesIn(location.hash) ?? exampleEvent(new Date()));
}
