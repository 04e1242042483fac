/**
 * An event as its guest sees it: the element `<waevent-card>`, in English, Portuguese, Spanish and Arabic. Importing it
 * defines the element where there are elements, and nothing on a server. It needs no other entry point, and loads nothing.
 *
 * ```html
 * <waevent-card lang="pt-BR" time-zone="America/Sao_Paulo">Reunião de equipe, 10/09/2027, 14:00</waevent-card>
 * <script type="module">
 *   import { parseEvent } from "waevent";
 *   import "waevent/card";
 *
 *   const input = { to: "+55 11 99999-9999", name: "Reunião de equipe", start: "2027-09-10T14:00:00-03:00" };
 *   const [card] = document.getElementsByTagName("waevent-card");
 *   card.event = parseEvent(input).value;
 * </script>
 * ```
 */
import type { Event } from "./index.js";

/** What a card shows of an event. While a form is filled in, any part may be missing still. */
export type CardEvent = Partial<Pick<Event,
  "name" | "start" | "end" | "description" | "location" | "joinLink" | "scheduledCall" | "reminderSeconds" | "extraGuestsAllowed" | "canceled">>;

/**
 * The element. It draws itself anew whenever `event` or one of its attributes changes; what stands inside of it is shown
 * until this script has come.
 *
 * | attribute | |
 * |---|---|
 * | `event` | the event as JSON, for pages that a server writes; one that is no JSON is reported (`reportError`) and shows nothing |
 * | `lang` | language and country, as `pt-BR` or `en-GB`. Default: the nearest `lang` around, else English. A language that the card does not speak is English |
 * | `time-zone` | an IANA zone that the browser has; another one is reported. Default: the offset that the event's times have. The zone, or the offset where it has no name, is shown where the device's clock shows other times |
 * | `heading-level` | 1 to 6, of the title. Default: 2 |
 *
 * It is right to left in Arabic, and light or dark by the page's `color-scheme`. Colours are custom properties:
 * `--waevent-background`, `--waevent-text`, `--waevent-quiet`, `--waevent-line`, `--waevent-accent`, `--waevent-tile`,
 * `--waevent-alert`, `--waevent-radius`. Parts for `::part()`: `card`, `title`, `icon`, `name`, `canceled`, `row` (also
 * `when`, `place`, `link`, `call`, `reminder` and `guests`), `description`, and `answers`, which are a picture of WhatsApp's buttons.
 *
 * All texts stay text. WhatsApp's marks (`*bold*`) are drawn in the description, and only `http` and `https` addresses are links.
 */
export class WaeventCard extends HTMLElement {
  /** The event that is shown; null for an empty card. */
  get event(): CardEvent | null;
  set event(event: CardEvent | null | undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    "waevent-card": WaeventCard;
  }
}
