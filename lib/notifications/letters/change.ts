import { languageTag } from "@/lib/core/dates/date-text";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { eventPath } from "@/lib/core/paths";
import type { Difference } from "@/lib/events/pending-update";
import { instanceName } from "@/lib/mail/sender";
import { capitalized } from "../capitalized";
import { tellableChanges } from "../changes";
import { eventCard, type Reader } from "../event-card";
import { formerly } from "../formerly";
import type { Letter } from "../letter";
import { fullName, type Happening, type Person } from "../people";

/** Tells a participant what is different now, and what it was before. */
export function updateLetter(
  happening: Happening,
  { participant, reader, difference }: { participant: Person; reader: Reader; difference: Difference },
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
    locale,
    subject: t("subject", { title: event.title, changes: told }),
    heading: t("heading", { changes: capitalized(told, locale) }),
    name: participant.name,
    intro: t("intro", { organizer: organizer.name }),
    event: eventCard(happening, reader, true),
    notes: [
      ...formerly(difference, reader),
      t("calendar"),
      translator(locale, "mail.approval")("cannotCome"),
    ],
    button: { label: t("button"), url: env().ORIGIN + eventPath(event.slug) },
    reason: t("reason", { identity: fullName(participant), instance: instanceName() }),
  };
}

/** Tells somebody who was to come, or waited for an answer, that nothing will take place. */
export function cancellationLetter(
  happening: Happening,
  { participant, reader, isGoing, isPageGone = false }: Cancellation,
): Letter {
  const { event, organizer } = happening;
  const { locale } = reader;
  const t = translator(locale, "mail.cancellation");
  const names = { identity: fullName(participant), instance: instanceName() };
  return {
    locale,
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    name: participant.name,
    intro: t("intro", { organizer: organizer.name }),
    event: eventCard(happening, reader, false),
    notes: isGoing ? [t("calendar")] : [],
    button: isPageGone
      ? { label: t("buttonElsewhere"), url: env().ORIGIN }
      : { label: t("button"), url: env().ORIGIN + eventPath(event.slug) },
    reason: t(isGoing ? "reason.going" : "reason.waiting", names),
  };
}

type Cancellation = { participant: Person; reader: Reader; isGoing: boolean; isPageGone?: boolean };

/** "new time, new place and new name" as the language lists things. */
function listed(texts: string[], locale: Locale): string {
  return new Intl.ListFormat(languageTag(locale), { type: "conjunction" }).format(texts);
}
