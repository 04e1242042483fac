// The entry point for showing an event: the element <waevent-card>. It needs no other entry point.
import css from "./card.css";
import { draw } from "./draw.js";
import { speaking } from "./words.js";

/** A server that renders pages imports this too, and has no elements. */
const Base = globalThis.HTMLElement ?? class {};

/** Made with the first card, and shared: a style that a policy against inline styles lets pass. */
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
    // What a framework set before this script came.
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

/** The zone, if the browser has it. Otherwise the event's own offset is shown, and named. */
function knownZone(timeZone) {
  try {
    return timeZone && new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    reportError(error);
    return null;
  }
}

if (globalThis.customElements && !customElements.get("waevent-card")) customElements.define("waevent-card", WaeventCard);
