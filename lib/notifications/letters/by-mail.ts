import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { translator } from "@/lib/core/messages";
import { CONFIRM_HOURS, confirmPath } from "@/lib/participation/by-mail/link";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import type { Attendance } from "../people";
import { toParticipant } from "./participant";

/**
 * Asks whether an answer is theirs. Nobody is greeted, and no word of the form is repeated: anybody may have typed it,
 * to have it brought to a stranger.
 */
export function answerConfirmationLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, participation } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.answerConfirmation");
  const { statusBefore } = participation;
  const answer = statusBefore === "maybe" || statusBefore === "declined" ? statusBefore : "going";
  return {
    locale,
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro", { answer }),
    event: eventCard(attendance, reader, false),
    notes: [t("limits", { hours: CONFIRM_HOURS }), t("notYou")],
    button: { label: t("button"), url: env().ORIGIN + confirmPath(participation.id) },
    reason: t("reason", { instance: instanceName() }),
  };
}

/** Gives the link to their page again to somebody who has answered already. */
export function answerKnownLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, participant } = attendance;
  const t = translator(reader.locale, "mail.answerKnown");
  return {
    ...toParticipant(attendance, participant, { locale: reader.locale, button: "", reason: () => "" }),
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro"),
    event: eventCard(attendance, reader, false),
  };
}
