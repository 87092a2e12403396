import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { eventPath } from "@/lib/core/paths";
import { answerPath } from "@/lib/participation/by-mail/link";
import type { Letter } from "../letter";
import { fullName, type Happening, isIdentity, type Participant } from "../people";

type Words = {
  locale: Locale;
  /** What the button to the event's page says. */
  button: string;
  /** What it says by e-mail, unless it is to see or change one's answer. */
  buttonByMail?: string;
  /** Why the identity of that name got it. */
  reason: (names: { identity: string; instance: string }) => string;
};

/**
 * What letters to participants share. By e-mail they are greeted by the name that they gave or not at all, and the
 * button leads to the page of their own, where they see and change everything.
 */
export function toParticipant(
  { event }: Happening,
  participant: Participant,
  { locale, button, buttonByMail, reason }: Words,
): Pick<Letter, "locale" | "name" | "button" | "reason"> {
  const instance = instanceName();
  if (isIdentity(participant)) {
    return {
      locale,
      name: participant.name,
      button: { label: button, url: env().ORIGIN + eventPath(event.slug) },
      reason: reason({ identity: fullName(participant), instance }),
    };
  }
  const t = translator(locale, "mail.byMail");
  const url = env().ORIGIN + answerPath(participant.participationId);
  return {
    locale,
    name: participant.name || undefined,
    button: { label: buttonByMail ?? t("button"), url },
    reason: t("reason", { instance }),
  };
}

/** Where to say that they cannot come after all. */
export function cannotCome(participant: Participant, locale: Locale): string {
  if (isIdentity(participant)) return translator(locale, "mail.approval")("cannotCome");
  return translator(locale, "mail.byMail")("cannotCome");
}
