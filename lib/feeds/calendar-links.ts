import { isZone } from "@/lib/core/dates/zone";
import type { CalendarEvent } from "./calendar-event";
import { icsUtc } from "./ics-time";

type Linked = Pick<
  CalendarEvent,
  "title" | "descriptionText" | "url" | "startsAt" | "endsAt" | "zone" | "placeName" | "placeAddress"
>;

/** Opens Google Calendar with the event filled in, shown in its zone. At most 2,000 characters. */
export function googleCalendarUrl(event: Linked): string {
  const { startsAt, endsAt, zone } = event;
  return address("https://calendar.google.com/calendar/render", [
    ["action", "TEMPLATE"],
    ["text", within(event.title, 500)],
    // Google wants an end: without one it ends where it starts, as in the file.
    ["dates", `${icsUtc(startsAt)}/${icsUtc(endsAt && endsAt > startsAt ? endsAt : startsAt)}`],
    ...(isZone(zone) ? [["ctz", zone] as const] : []),
    ["details", details(event, "\n")],
    ["location", location(event)],
  ]);
}

/** Opens Outlook on the web with the event filled in: "live" for people, "office" for work and school. */
export function outlookCalendarUrl(event: Linked, service: "live" | "office"): string {
  const { startsAt, endsAt } = event;
  return address(`https://outlook.${service}.com/calendar/deeplink/compose`, [
    ["path", "/calendar/action/compose"],
    ["rru", "addevent"],
    ["subject", within(event.title, 500)],
    ["startdt", `${startsAt.toISOString().slice(0, 19)}Z`],
    ...(endsAt && endsAt > startsAt ? [["enddt", `${endsAt.toISOString().slice(0, 19)}Z`] as const] : []),
    // Outlook reads the body as HTML.
    ["body", details(event, "<br>")],
    ["location", location(event)],
  ]);
}

// "%20", not "+": Outlook shows the plus signs.
function address(base: string, parameters: (readonly [string, string])[]): string {
  const given = parameters.filter(([, value]) => value !== "");
  return `${base}?${given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

function location({ placeName, placeAddress }: Linked): string {
  return within([placeName, placeAddress].filter(Boolean).join(", "), 300);
}

function details({ descriptionText, url }: Linked, lineEnd: "\n" | "<br>"): string {
  const link = encodeURIComponent(url).length <= 300 ? url : "";
  const room = 700 - encodeURIComponent(link).length;
  const write = (text: string) => (lineEnd === "\n" ? text : escapeHtml(text).replaceAll("\n", lineEnd));
  return [within(descriptionText.trim(), room, write), write(link)].filter(Boolean).join(lineEnd.repeat(2));
}

/** As much of the text as fits into so many characters once it is written and encoded. */
function within(text: string, room: number, write = (piece: string) => piece): string {
  let written = "";
  let taken = encodeURIComponent("…").length;
  for (const character of text.slice(0, room).toWellFormed()) {
    const piece = write(character);
    taken += encodeURIComponent(piece).length;
    if (taken > room) return `${written.trimEnd()}…`;
    written += piece;
  }
  return text.length > room ? `${written.trimEnd()}…` : written;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
