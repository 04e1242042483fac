// The entry point `waevent/card`: the element <waevent-card>, which shows an event. It needs no other entry point.
import css from "./card.css";
import { draw } from "./draw.js";
import { speaking } from "./words.js";

/** A server that renders pages may import this too, but has no HTMLElement. */
const Base = globalThis.HTMLElement ?? class {};

/** Created with the first card and shared. Policies against inline styles allow constructed stylesheets. */
let sheet;

export class WaeventCard extends Base {
  static observedAttributes = ["event", "lang", "time-zone", "heading-level"];

  #event = null;

  constructor() {
    super();
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  }

  get event() {
    return this.#event;
  }

  set event(event) {
    this.#event = event ?? null;
    this.#draw();
  }

  connectedCallback() {
    // A framework may have set the property before this script was loaded.
    if (Object.hasOwn(this, "event")) {
      const { event } = this;
      delete this.event;
      this.event = event;
    }
    this.#draw();
  }

  attributeChangedCallback(name, before, text) {
    if (name === "event") this.#event = parsed(text);
    this.#draw();
  }

  #draw() {
    if (!this.isConnected) return;
    this.shadowRoot.replaceChildren(...(this.#event === null ? [] : [draw(this.#event, this.#how())]));
  }

  #how() {
    const timeZone = knownZone(this.getAttribute("time-zone"));
    const level = /^[1-6]$/.exec(this.getAttribute("heading-level")) ?? 2;
    return { ...speaking(this.closest("[lang]")?.lang ?? "en"), timeZone, level };
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    reportError(new SyntaxError("<waevent-card>: the attribute event is not the JSON of an event; set the property instead"));
    return null;
  }
}

/** The zone, if the browser knows it. Otherwise the card shows and names the event's own offset. */
function knownZone(timeZone) {
  try {
    return timeZone && new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    reportError(error);
    return null;
  }
}

if (globalThis.customElements && !customElements.get("waevent-card")) customElements.define("waevent-card", WaeventCard);
