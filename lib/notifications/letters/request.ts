import { env } from "@/lib/core/env";
import { translator } from "@/lib/core/messages";
import { participantsPath } from "@/lib/core/paths";
import { instanceName } from "@/lib/mail/sender";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { type Attendance, fullName, handleOf, type Person } from "../people";

/** Tells one of those who host who asks to take part, and what they wrote. */
export function requestLetter(attendance: Attendance, host: Person, reader: Reader): Letter {
  const { event, participant, participation } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.request");
  const { name } = participant;
  const from = translator(locale, "mail.letter")("quote", { name });
  return {
    locale,
    subject: t("subject", { title: event.title, name }),
    heading: t("heading", { name }),
    name: host.name,
    intro: t("intro", { name, handle: handleOf(participant) }),
    event: { ...eventCard(attendance, reader, true), organizer: undefined },
    quote: participation.message ? { from, text: participation.message } : undefined,
    button: { label: t("button"), url: env().ORIGIN + participantsPath(event.slug) },
    reason: t("reason", { identity: fullName(host), instance: instanceName() }),
  };
}
