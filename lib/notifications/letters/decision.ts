import { env } from "@/lib/core/env";
import { translator } from "@/lib/core/messages";
import { eventPath } from "@/lib/core/paths";
import { instanceName } from "@/lib/mail/sender";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { type Attendance, fullName } from "../people";

/** Tells a participant that they are in: at once where joining is free, else by the organiser's decision. */
export function approvalLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, organizer, participant } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.approval");
  const how = event.joinMode === "free" ? "free" : "decided";
  return {
    locale,
    subject: t(`${how}.subject`, { title: event.title }),
    heading: t(`${how}.heading`),
    name: participant.name,
    intro: t(`${how}.intro`, { organizer: organizer.name }),
    event: eventCard(attendance, reader, true),
    notes: [translator(locale, "mail.letter")("calendar"), t("cannotCome")],
    button: { label: t("button"), url: env().ORIGIN + eventPath(event.slug) },
    reason: t("reason", { identity: fullName(participant), instance: instanceName() }),
  };
}

/** Tells somebody kindly that they cannot come, whether they waited or had a place that was taken back. */
export function rejectionLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, organizer, participant } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.rejection");
  return {
    locale,
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    name: participant.name,
    intro: t("intro", { organizer: organizer.name }),
    event: eventCard(attendance, reader, false),
    notes: [t("comfort")],
    button: { label: t("button"), url: env().ORIGIN },
    reason: t("reason", { identity: fullName(participant), instance: instanceName() }),
  };
}
