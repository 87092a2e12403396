import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { participantsPath } from "@/lib/core/participation-paths";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { type Attendance, fullName, handleOf, isIdentity, type Person } from "../people";

/** What somebody answered to what the hosts ask. */
export type Answered = { question: string; kind: string; value: string[] };

/** Tells one of those who host who asks to take part, whom they bring, what they wrote and answered. */
export function requestLetter(
  attendance: Attendance,
  host: Person,
  { reader, answers }: { reader: Reader; answers: Answered[] },
): Letter {
  const { event, participant, participation } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.request");
  const name = participant.name || translator(locale, "mail")("nameless");
  const from = translator(locale, "mail.letter")("quote", { name });
  return {
    locale,
    subject: t("subject", { title: event.title, name }),
    heading: t("heading", { name }),
    name: host.name,
    intro: isIdentity(participant)
      ? t("intro", { name, handle: handleOf(participant) })
      : t("introByMail", { name, isNamed: String(participant.name !== "") }),
    event: { ...eventCard(attendance, reader, true), organizer: undefined },
    quote: participation.message ? { from, text: participation.message } : undefined,
    details: [...partyOf(participation, locale), ...answers.map((answer) => detailOf(answer, locale))],
    button: { label: t("button"), url: env().ORIGIN + participantsPath(event.slug) },
    reason: t("reason", { identity: fullName(host), instance: instanceName() }),
  };
}

type Detail = NonNullable<Letter["details"]>[number];

function partyOf({ adults, children }: Attendance["participation"], locale: Locale): Detail[] {
  if (adults + children === 0) return [];
  const t = translator(locale, "mail.request");
  return [{ label: t("guests"), text: t("party", { adults, children }) }];
}

function detailOf({ question, kind, value }: Answered, locale: Locale): Detail {
  const agreed = translator(locale, "mail.request")("agreed");
  return { label: question, text: kind === "consent" ? agreed : value.join(", ") };
}
