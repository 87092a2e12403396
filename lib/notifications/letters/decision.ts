import type { Participation } from "@/db/schema/participations";
import { env } from "@/lib/core/env";
import { translator } from "@/lib/core/messages";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { type Attendance, isIdentity } from "../people";
import { cannotCome, toParticipant } from "./participant";

/** Tells a participant that they are in: at once, by a host's decision, or since a place became free. */
export function approvalLetter(attendance: Attendance, reader: Reader, { wasWaiting = false } = {}): Letter {
  const { event, organizer, participant } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.approval");
  const how = wasWaiting ? "promoted" : event.joinMode === "free" ? "free" : "decided";
  return {
    ...toParticipant(attendance, participant, {
      locale,
      button: t("button"),
      reason: (names) => t("reason", names),
    }),
    subject: t(`${how}.subject`, { title: event.title }),
    heading: t(`${how}.heading`),
    intro: t(`${how}.intro`, { organizer: organizer.name }),
    event: eventCard(attendance, reader, true),
    notes: [cannotCome(participant, locale)],
  };
}

/** Tells somebody kindly that they cannot come, whether they waited or had a place that was taken back, and why. */
export function rejectionLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, organizer, participant, participation } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.rejection");
  const letter = toParticipant(attendance, participant, {
    locale,
    button: t("button"),
    reason: (names) => t("reason", names),
  });
  return {
    ...letter,
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro", { organizer: organizer.name }),
    event: eventCard(attendance, reader, false),
    quote: participation.reason ? { from: t("why"), text: participation.reason } : undefined,
    notes: [t("comfort")],
    button: isIdentity(participant) ? { label: t("button"), url: env().ORIGIN } : letter.button,
  };
}

type Now = "approved" | "pending" | "waitlisted" | "offered" | "maybe" | "rejected";

/** Tells somebody that what they were told last was taken back, and where they stand now. */
export function reconsideredLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, organizer, participant, participation } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.reconsidered");
  const now = participation.status as Now;
  return {
    ...toParticipant(attendance, participant, {
      locale,
      button: t("button"),
      reason: (names) => t("reason", names),
    }),
    subject: t("subject", { title: event.title, now }),
    heading: t("heading"),
    intro: t("intro", { organizer: organizer.name, now }),
    event: eventCard(attendance, reader, isIn(participation)),
  };
}

function isIn({ status }: Pick<Participation, "status">): boolean {
  return status === "approved";
}
