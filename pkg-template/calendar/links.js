// Links that open the form of a web calendar, filled in. Few of the parameters are documented by their makers. These
// are in use and were reported to work; docs/guide/calendars.md has the sources.
import { details, place } from "./texts.js";
import { basic } from "./zone.js";

export function linksOf(event) {
  const { name, start, end = start } = event;
  const [from, to] = [start, end].map(({ epochMilliseconds }) => `${new Date(epochMilliseconds).toISOString().slice(0, 19)}Z`);
  const [body, location] = [details(event), place(event)];
  const outlook = { rru: "addevent", subject: name, startdt: from, enddt: to, body: body && html(body), location };
  return {
    google: link("https://calendar.google.com/calendar/render", {
      action: "TEMPLATE", text: name, dates: `${basic(from)}Z/${basic(to)}Z`, ctz: start.timeZone, details: body, location,
    }),
    outlook: link("https://outlook.live.com/calendar/0/action/compose", outlook),
    office365: link("https://outlook.office.com/calendar/0/action/compose", outlook),
    yahoo: link("https://calendar.yahoo.com/", {
      v: 60, title: name, st: `${basic(from)}Z`, et: event.end && `${basic(to)}Z`, desc: body, in_loc: location,
    }),
  };
}

/** Spaces are written as `%20`, because Outlook shows a plus sign as a plus sign. */
function link(base, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return `${base}?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/** Outlook reads the body as HTML, in which line feeds are spaces. */
const html = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
