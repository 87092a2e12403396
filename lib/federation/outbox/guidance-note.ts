import { formatWhen } from "@/lib/core/dates/when";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { escapeXml } from "@/lib/core/text/xml";
import { answerPathElsewhere } from "@/lib/participation/by-mail/link";
import type { Document } from "../activity";
import { known, momentText } from "../objects/known";
import type { Attending } from "./participants";

/** What somebody must know of their answer. `asks`: what is still asked of them, or what they may add. */
export type Guiding = Pick<Attending, "event" | "organizer" | "participation"> & {
  status: "approved" | "pending" | "waitlisted" | "offered";
  asks: "questions" | "guests" | null;
  at: Date;
};

/**
 * Where somebody stands, and the page on which they answer: its address holds a secret, so it goes to them alone, and
 * nobody finds the Note at its id. In the event's language, as far as it is one of ours.
 */
export function guidanceNote({ event, organizer, participation, status, asks, at }: Guiding): Document {
  const locale = asLocale(event.language);
  const t = translator(locale, "federation.guidance");
  const title = `<a href="${escapeXml(event.uri)}">${escapeXml(event.title)}</a>`;
  const words = [escapeXml(t(`${status}`, { deadline: deadlineOf({ event, participation }) }))];
  if (asks) words.push(escapeXml(t(asks)));
  const url = env().ORIGIN + answerPathElsewhere(participation);
  const link = `<a href="${escapeXml(url)}">${escapeXml(url)}</a>`;
  return known({
    type: "Note",
    id: `${env().ORIGIN}/words`,
    actor: organizer.uri,
    attributedTo: organizer.uri,
    content: `<p><strong>${title}</strong><br>${words.join(" ")}</p><p>${escapeXml(t(status === "offered" ? "take" : "answer"))} ${link}</p><p>${escapeXml(t("secret"))}</p>`,
    mediaType: "text/html",
    published: momentText(at),
  });
}

function deadlineOf({
  event: { zone, language },
  participation,
}: Pick<Guiding, "event" | "participation">): string {
  const at = participation.offerEndsAt;
  const locale = asLocale(language);
  return at
    ? `${formatWhen({ startsAt: at, endsAt: null, zone, locale })} (${zoneLabel(zone, locale, at)})`
    : "";
}
