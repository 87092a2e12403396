import { formatWhen } from "@/lib/core/dates/when";
import { env } from "@/lib/core/env";
import { isLocale } from "@/lib/core/locale";
import { messagesFor } from "@/lib/core/messages";
import { cleanLine } from "@/lib/core/text/clean";
import { escapeXml } from "@/lib/core/text/xml";
import type { FeedEntry } from "@/lib/events/feed-entries";
import type { CalendarEvent } from "./calendar-event";
import { publicCalendarEventOf } from "./public-event";

type Feed = {
  title: string;
  /** Its own address, which is its id too. */
  selfUrl: string;
  /** The page that shows the same. */
  pageUrl: string;
};

/**
 * Events as news for feed readers (Atom, RFC 4287). The same rows give the same bytes: without events the feed was last
 * changed at the beginning of time.
 */
export function atomText(entries: FeedEntry[], { title, selfUrl, pageUrl }: Feed): string {
  const newest = Math.max(0, ...entries.map(({ event }) => event.updatedAt.getTime()));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element("id", selfUrl),
    element("title", cleanLine(title)),
    element("updated", new Date(newest).toISOString()),
    link("self", selfUrl, "application/atom+xml"),
    link("alternate", pageUrl, "text/html"),
    ...entries.flatMap(entryLines),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entryLines(entry: FeedEntry): string[] {
  const told = publicCalendarEventOf(entry);
  if (!told) return [];
  const { event, tags, organizer } = entry;
  const language = event.language === "und" ? "" : ` xml:lang="${escapeXml(event.language)}"`;
  return [
    `<entry${language}>`,
    element("id", told.url),
    element("title", cleanLine(told.title)),
    link("alternate", told.url, "text/html"),
    element("published", told.createdAt.toISOString()),
    element("updated", told.updatedAt.toISOString()),
    `<author>${element("name", cleanLine(organizer.name))}</author>`,
    ...tags.map((tag) => `<category term="${escapeXml(tag)}"/>`),
    element("summary", summaryOf(told, event)),
    // Sanitised when it was written.
    ...(event.descriptionHtml ? [element("content", absolute(event.descriptionHtml), ' type="html"')] : []),
    "</entry>",
  ];
}

/** Readers show the text on their own pages: its pictures are ours. */
function absolute(html: string): string {
  return html.replaceAll('<img src="/', `<img src="${env().ORIGIN}/`);
}

/** "Cancelled · Thursday 26 November 2026, 19:00 – 22:00 · Maison des Associations, 6 cours des Alliés" */
function summaryOf(
  { startsAt, endsAt, zone, placeName, placeAddress }: CalendarEvent,
  event: FeedEntry["event"],
) {
  const spoken = event.language.split("-")[0];
  const locale = isLocale(spoken) ? spoken : "en";
  const place = [placeName, placeAddress].filter(Boolean).join(", ");
  const { note } = messagesFor(locale).events;
  const status = event.status === "cancelled" || event.status === "postponed" ? note[event.status] : "";
  const origin = event.domain ? messagesFor(locale).origin.short.replace("{host}", event.domain) : "";
  return [status, formatWhen({ startsAt, endsAt, zone, locale }), place, origin].filter(Boolean).join(" · ");
}

function element(name: string, text: string, attributes = ""): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
}
