/**
 * The element `<waevent-card>`, which shows an event as its guest sees it, in English, Portuguese, Spanish and Arabic.
 * Importing it defines the element in a browser, and does nothing on a server. It needs no other entry point, and loads
 * nothing.
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

/** The fields of an event that a card shows. Any of them may still be missing while a form is filled in. */
export type CardEvent = Partial<Pick<Event,
  "name" | "start" | "end" | "description" | "location" | "joinLink" | "scheduledCall" | "reminderSeconds" | "extraGuestsAllowed" | "canceled">>;

/**
 * The element. It draws itself again whenever `event` or one of its attributes changes. Its own content is shown until
 * this script has loaded.
 *
 * | attribute | |
 * |---|---|
 * | `event` | the event as JSON, for server-rendered pages; text that is not JSON is reported (`reportError`), and nothing is shown |
 * | `lang` | language and country, such as `pt-BR` or `en-GB`. Default: the `lang` of the nearest ancestor, or else English. Languages that the card does not have are shown in English |
 * | `time-zone` | an IANA zone that the browser knows; others are reported. Default: the offset of the event's times. The zone, or its offset if it has no name, is shown if the device's offset is different |
 * | `heading-level` | the level of the title's heading, 1 to 6. Default: 2 |
 *
 * It is right to left in Arabic, and light or dark as the page's `color-scheme` says. Custom properties set its look:
 * `--waevent-background`, `--waevent-text`, `--waevent-quiet`, `--waevent-line`, `--waevent-accent`, `--waevent-tile`,
 * `--waevent-alert`, `--waevent-radius`. Parts for `::part()`: `card`, `title`, `icon`, `name`, `canceled`, `row` (also
 * `when`, `place`, `link`, `call`, `reminder` and `guests`), `description`, and `answers`, a picture of WhatsApp's
 * buttons.
 *
 * Texts are never parsed as HTML. WhatsApp's formatting marks (`*bold*`) are rendered in the description, and only
 * `http` and `https` addresses become links.
 */
export class WaeventCard extends HTMLElement {
  /** The event that is shown, or null for an empty card. */
  get event(): CardEvent | null;
  set event(event: CardEvent | null | undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    "waevent-card": WaeventCard;
  }
}
