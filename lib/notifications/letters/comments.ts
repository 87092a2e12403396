import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { commentAnchor, eventPath } from "@/lib/core/paths";
import { excerpt } from "@/lib/core/text/excerpt";
import { plainTextOfMarkdown } from "@/lib/core/text/plain-text";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { fullName, type Happening, handleOf, isIdentity, type Participant, type Person } from "../people";
import type { Remark } from "../remarks";
import { toParticipant } from "./participant";

type Said = Pick<Remark, "comment" | "author">;

/** Longer ones are read where they stand. */
const QUOTED = 600;

/** Tells a host what others said under the event since the last time, quoting the newest. */
export function commentsLetter(
  happening: Happening,
  { host, said, reader }: { host: Person; said: Said[]; reader: Reader },
): Letter {
  const { event } = happening;
  const { locale } = reader;
  const t = translator(locale, "mail.comments");
  const newest = said.at(-1)!;
  const waiting = said.filter(({ comment }) => comment.status === "waiting").length;
  const facts = { title: event.title, name: newest.author.name, count: said.length };
  const url =
    waiting > 0 ? `${eventPath(event.slug)}#comments` : commentAnchor(event.slug, newest.comment.id);
  return {
    locale,
    subject: t("subject", facts),
    heading: t("heading", facts),
    name: host.name,
    intro: t("intro", { ...facts, handle: handleOf(newest.author) }),
    event: { ...eventCard(happening, reader, true), organizer: undefined },
    quote: quoteOf(newest, locale),
    notes: waiting > 0 ? [t("waiting", { waiting })] : undefined,
    button: { label: t("button"), url: env().ORIGIN + url },
    reason: t("reason", { identity: fullName(host), instance: instanceName() }),
  };
}

/** Tells somebody that they were answered, or named, under an event. */
export function answerLetter(
  remark: Remark,
  { kind, person, reader }: { kind: "answered" | "mentioned"; person: Person; reader: Reader },
): Letter {
  const { event, author, comment } = remark;
  const { locale } = reader;
  const t = translator(locale, `mail.${kind}`);
  const { name } = author;
  return {
    locale,
    subject: t("subject", { title: event.title, name }),
    heading: t("heading", { name }),
    name: person.name,
    intro: t("intro", { name, handle: handleOf(author) }),
    event: eventCard(remark, reader, false),
    quote: quoteOf(remark, locale),
    button: { label: t("button"), url: env().ORIGIN + commentAnchor(event.slug, comment.id) },
    reason: t("reason", { identity: fullName(person), instance: instanceName() }),
  };
}

/** Tells somebody who comes, or may, what a host announces. */
export function announcementLetter(
  remark: Remark,
  { participant, reader, isGoing }: { participant: Participant; reader: Reader; isGoing: boolean },
): Letter {
  const { event, author } = remark;
  const { locale } = reader;
  const t = translator(locale, "mail.announcement");
  const { name } = author;
  const letter = toParticipant(remark, participant, {
    locale,
    button: t("button"),
    reason: (names) => t(isGoing ? "reason" : "reasonAnswered", names),
  });
  const url = env().ORIGIN + commentAnchor(event.slug, remark.comment.id);
  return {
    ...letter,
    subject: t("subject", { title: event.title, name }),
    heading: t("heading", { name }),
    intro: t("intro", { name, handle: handleOf(author) }),
    event: eventCard(remark, reader, isGoing),
    quote: quoteOf(remark, locale),
    button: isIdentity(participant) ? { ...letter.button, url } : letter.button,
  };
}

function quoteOf({ comment, author }: Said, locale: Locale) {
  const from = translator(locale, "mail.letter")("quote", { name: author.name });
  return { from, text: excerpt(plainTextOfMarkdown(comment.source), QUOTED) };
}
