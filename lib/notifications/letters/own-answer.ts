import { translator } from "@/lib/core/messages";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import type { Attendance } from "../people";
import { toParticipant } from "./participant";

/** Confirms that somebody may come, or does not, for their calendar and for those whose page the mail opens. */
export function ownAnswerLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, participant, participation } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.ownAnswer");
  const answer = participation.status === "maybe" ? "maybe" : "declined";
  return {
    ...toParticipant(attendance, participant, {
      locale,
      button: t("button"),
      reason: (names) => t("reason", names),
    }),
    subject: t("subject", { title: event.title, answer }),
    heading: t("heading", { answer }),
    intro: t("intro", { answer }),
    event: eventCard(attendance, reader, false),
  };
}
