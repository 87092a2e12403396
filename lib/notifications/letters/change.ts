import { env } from "@/lib/core/env";
import { translator } from "@/lib/core/messages";
import type { Difference } from "@/lib/events/pending-update";
import { capitalized } from "../capitalized";
import { tellableChanges } from "../changes";
import { eventCard, type Reader } from "../event-card";
import { formerly } from "../formerly";
import type { Letter } from "../letter";
import { listed } from "../listed";
import type { Happening, Participant } from "../people";
import { cannotCome, toParticipant } from "./participant";

/** Tells a participant what is different now, and what it was before. */
export function updateLetter(
  happening: Happening,
  { participant, reader, isGoing, difference }: Recipient & { difference: Difference },
): Letter {
  const { event, organizer } = happening;
  const { locale } = reader;
  const t = translator(locale, "mail.update");
  const changes = tellableChanges(difference.changed, event);
  const told = listed(
    changes.map((change) => t(`changed.${change}`)),
    locale,
  );
  return {
    ...toParticipant(happening, participant, {
      locale,
      button: t("button"),
      reason: (names) => t(isGoing ? "reason" : "reasonAnswered", names),
    }),
    subject: t("subject", { title: event.title, changes: told }),
    heading: t("heading", { changes: capitalized(told, locale) }),
    intro: t("intro", { organizer: organizer.name }),
    event: eventCard(happening, reader, isGoing),
    notes: [...formerly(difference, reader), ...(isGoing ? [cannotCome(participant, locale)] : [])],
  };
}

/** Tells somebody who was to come, or waited for an answer, that nothing will take place. */
export function cancellationLetter(
  happening: Happening,
  { participant, reader, isGoing, isPageGone = false }: Recipient & { isPageGone?: boolean },
): Letter {
  const { event, organizer } = happening;
  const { locale } = reader;
  const t = translator(locale, "mail.cancellation");
  const letter = toParticipant(happening, participant, {
    locale,
    button: t("button"),
    reason: (names) => t(isGoing ? "reason.going" : "reason.waiting", names),
  });
  return {
    ...letter,
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro", { organizer: organizer.name }),
    event: eventCard(happening, reader, false),
    button: isPageGone ? { label: t("buttonElsewhere"), url: env().ORIGIN } : letter.button,
  };
}

/** `isGoing`: they are in; else they wait, or do not know yet. */
type Recipient = { participant: Participant; reader: Reader; isGoing: boolean };
