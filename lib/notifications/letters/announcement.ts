import type { Announcement } from "@/db/schema/announcements";
import { translator } from "@/lib/core/messages";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import type { Happening, Participant } from "../people";
import { toParticipant } from "./participant";

/** What a host wrote, and who did; null: they are gone since. */
export type HostsWords = Happening & { announcement: Announcement; authorName: string | null };

/** What a host tells those who take part, in whole. */
export function hostLetter(
  words: HostsWords,
  { participant, reader, isGoing }: { participant: Participant; reader: Reader; isGoing: boolean },
): Letter {
  const { event, organizer, announcement } = words;
  const { locale } = reader;
  const t = translator(locale, "mail.hosts");
  const name = words.authorName ?? organizer.name;
  return {
    ...toParticipant(words, participant, {
      locale,
      button: t("button"),
      reason: (names) => t("reason", names),
    }),
    subject: announcement.subject
      ? t("subjectOf", { subject: announcement.subject, title: event.title })
      : t("subject", { name, title: event.title }),
    heading: announcement.subject || t("heading", { name }),
    intro: t("intro", { name, title: event.title }),
    event: eventCard(words, reader, isGoing),
    quote: { from: t("from", { name }), text: announcement.body },
  };
}
