import { translator } from "@/lib/core/messages";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import type { Attendance } from "../people";
import { toParticipant } from "./participant";

/** Tells somebody that the server of an event takes no answers, and what that means for them. */
export function unheardLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, participant } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.unheard");
  return {
    ...toParticipant(attendance, participant, {
      locale,
      button: t("button"),
      reason: (names) => t("reason", names),
    }),
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro", { server: event.domain ?? "" }),
    event: eventCard(attendance, reader, false),
    notes: [t("advice")],
  };
}
