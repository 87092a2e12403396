import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { translator } from "@/lib/core/messages";
import { eventPath } from "@/lib/core/paths";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { fullName, type Happening, handleOf, type Person } from "../people";

type Invited = Happening & {
  /** Who is written to. */
  person: Person;
  /** Null when they are gone. */
  inviter: Person | null;
};

/** Asks an identity to come to an event. */
export function invitedLetter({ person, inviter, ...happening }: Invited, reader: Reader): Letter {
  const { locale } = reader;
  const t = translator(locale, "mail.invited");
  const { title, slug } = happening.event;
  const asked = inviter ?? happening.organizer;
  return {
    locale,
    name: person.name,
    subject: t("subject", { title }),
    heading: t("heading"),
    intro: t("intro", { name: asked.name, handle: handleOf(asked), person: person.name }),
    event: eventCard(happening, reader, false),
    notes: isByApproval(happening) ? [t("letIn")] : [],
    button: { label: t("button"), url: `${env().ORIGIN}${eventPath(slug)}#take-part` },
    reason: t("reason", { identity: fullName(person), instance: instanceName() }),
  };
}

/** What another server does with its guests is not known. */
function isByApproval({ event }: Happening): boolean {
  return event.domain === null && event.joinMode === "approval";
}
