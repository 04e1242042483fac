// Wires the page: whenever the form changes, all of it is read, built and drawn again.
// One build takes microseconds, so there is nothing to save by doing less.

import { buildRequest, gateways } from "waevent";
import { showCard } from "./card.js";
import { onCopy } from "./copy.js";
import { byId } from "./dom.js";
import { exampleEvent } from "./example.js";
import { clearEvent, countMore, fillEvent, fillOffsets, readEvent } from "./form.js";
import { guestView } from "./guest.js";
import { createIssues } from "./issues.js";
import { showCall, showRequest } from "./request.js";
import { snippets } from "./snippets.js";
import { createTarget } from "./target.js";

export function start() {
  const form = byId("playground");
  const fields = byId("event-fields");
  const target = createTarget(gateways);
  const issues = createIssues(form, update);
  let request = null;

  function update() {
    const input = readEvent(fields);
    const to = target.read();
    const result = buildRequest(input, to);
    request = result.ok ? result.value.request : null;
    issues.show(result);
    showRequest(request, gateways.find(({ id }) => id === to.gateway));
    showCall(input, to);
    showCard(guestView(input, result), result.ok);
    countMore();
  }

  function restart(fill) {
    fill();
    issues.forget();
    update();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", update);
  byId("show-example").addEventListener("click", () => restart(() => fillEvent(fields, exampleEvent(new Date()))));
  byId("clear").addEventListener("click", () => restart(() => clearEvent(fields)));
  onCopy((kind) => (request ? snippets[kind](request) : null));

  fillOffsets();
  restart(() => fillEvent(fields, exampleEvent(new Date())));
}
