import { formatWhen } from "@/lib/core/dates/when";
import { asLocale, type Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { excerpt } from "@/lib/core/text/excerpt";
import { plainText } from "@/lib/core/text/plain-text";
import { escapeXml } from "@/lib/core/text/xml";
import type { Document } from "../activity";
import { hashtag } from "./attachments";
import { audienceOf } from "./audience";
import { known, momentText } from "./known";
import { bannerDocument } from "./picture";
import { summaryHtml, whenLine, whereLine } from "./summary";
import { inLanguage } from "./text";
import type { ToldEvent } from "./told";

/** What of an event became different that people who look forward to it must hear of. */
export type ToldChange = "cancelled" | "postponed" | "moved_online" | "time" | "place";

/** The id of the Note that stands for an event where only Notes are shown. */
export function companionUri(eventUri: string): string {
  return `${eventUri}/note`;
}

/** An event as a Note, for software that shows nothing else: title, date with zone, place, and the link. */
export function companionNote(told: ToldEvent): Document {
  const { event, tags } = told;
  const text = excerpt(plainText(event.descriptionHtml), 300);
  const words = text ? `<p>${escapeXml(text)}</p>` : "";
  const banner = bannerDocument(told.picture, event);
  return known({
    ...noteOf(told, `<p><strong>${link(told)}</strong></p>${summaryHtml(told)}${words}`),
    id: companionUri(event.uri),
    url: event.uri,
    attachment: banner ? [banner] : null,
    tag: tags.length > 0 ? tags.map(hashtag) : null,
    published: event.publishedAt && momentText(event.publishedAt),
    updated: momentText(event.updatedAt),
  });
}

/**
 * A new Note that tells what changed, for followers on servers that pass over changes of events (Mastodon). `nonce`: tells
 * this change from the next, the same each time it is written. Its Create is `activityUri(id, "create")`: as long as that is
 * kept, the Note is found at its id.
 */
export function changeNote(
  told: ToldEvent,
  changed: ToldChange[],
  { nonce, at }: { nonce: string; at: Date },
): Document {
  const { event } = told;
  const locale = asLocale(event.language);
  const head = `<p>${link(told)}<br><strong>${escapeXml(headline(changed, locale))}</strong></p>`;
  const lines = [whenLine(told, locale), formerLine(told, changed, locale), whereLine(told, locale)];
  return known({
    ...noteOf(told, `${head}<p>${lines.filter(Boolean).join("<br>")}</p>`),
    id: `${companionUri(event.uri)}/${nonce}`,
    url: event.uri,
    inReplyTo: event.uri,
    published: momentText(at),
  });
}

function noteOf({ event, organizer, hosts }: ToldEvent, content: string): Document {
  return {
    type: "Note",
    actor: organizer.uri,
    attributedTo: organizer.uri,
    ...audienceOf(event.visibility, { followers: [organizer, ...hosts].map(({ followers }) => followers) }),
    content,
    mediaType: "text/html",
    ...inLanguage(event.language, { content }),
  };
}

/** The gravest first: of what is cancelled the new place matters to nobody. */
function headline(changed: ToldChange[], locale: Locale): string {
  const banner = translator(locale, "event.banner");
  for (const status of ["cancelled", "postponed", "moved_online"] as const) {
    if (changed.includes(status)) return banner(status);
  }
  const says = translator(locale, "federation.changed");
  if (changed.includes("time") && changed.includes("place")) return says("timeAndPlace");
  return says(changed.includes("place") ? "place" : "time");
}

function formerLine({ event }: ToldEvent, changed: ToldChange[], locale: Locale): string {
  const { previousStartsAt, zone } = event;
  if (!previousStartsAt || !changed.includes("time")) return "";
  const when = formatWhen({ startsAt: previousStartsAt, endsAt: null, zone, locale });
  return escapeXml(translator(locale, "event")("movedFrom", { when }));
}

function link({ event }: ToldEvent): string {
  return `<a href="${escapeXml(event.uri)}">${escapeXml(event.title)}</a>`;
}
