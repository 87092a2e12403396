import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { translator } from "@/lib/core/messages";
import { eventPath, hostsPath, paths } from "@/lib/core/paths";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { fullName, type Happening, handleOf, type Person } from "../people";

/** `person`: the identity that is written to. Drafts may not know yet when they begin. */
type Hosting = Happening & { person: Person };

/** Asks an identity whether it hosts an event too. `inviter`: null when they are gone. */
export function hostInvitedLetter(hosting: Hosting, inviter: Person | null, reader: Reader): Letter {
  const t = translator(reader.locale, "mail.hostInvited");
  const { name, handle } = inviter ? { name: inviter.name, handle: handleOf(inviter) } : nobody;
  return {
    ...frame(hosting, reader),
    subject: t("subject", { title: titleOf(hosting, reader) }),
    heading: t("heading"),
    intro: inviter ? t("intro", { name, handle, person: hosting.person.name }) : t("introGone"),
    event: cardOf(hosting, reader),
    notes: [t("whatItMeans")],
    button: { label: t("button"), url: env().ORIGIN + hostsPath(hosting.event.slug) },
    reason: t("reason", { identity: fullName(hosting.person), instance: instanceName() }),
  };
}

/** Tells the organiser what somebody answered. */
export function hostAnsweredLetter(
  hosting: Hosting,
  { who, hasAccepted }: { who: Person; hasAccepted: boolean },
  reader: Reader,
): Letter {
  const t = translator(reader.locale, hasAccepted ? "mail.hostAccepted" : "mail.hostDeclined");
  // Whoever declines has shown nothing but the handle, by which they were asked.
  const name = hasAccepted ? who.name : handleOf(who);
  return {
    ...frame(hosting, reader),
    subject: t("subject", { title: titleOf(hosting, reader), name }),
    heading: t("heading", { name }),
    intro: t("intro", { name }),
    event: cardOf(hosting, reader, true),
    button: { label: t("button"), url: env().ORIGIN + hostsPath(hosting.event.slug) },
    reason: t("reason", { identity: fullName(hosting.person), instance: instanceName() }),
  };
}

/** Tells a host that the event is theirs now. `former`: null when that identity was deleted. */
export function handedOverLetter(hosting: Hosting, former: Person | null, reader: Reader): Letter {
  const t = translator(reader.locale, "mail.handedOver");
  return {
    ...frame(hosting, reader),
    subject: t("subject", { title: titleOf(hosting, reader) }),
    heading: t("heading"),
    intro: former ? t("intro", { name: former.name }) : t("introGone"),
    event: cardOf(hosting, reader, true),
    notes: [t("whatItMeans")],
    button: { label: t("button"), url: env().ORIGIN + eventPath(hosting.event.slug) },
    reason: t("reason", { identity: fullName(hosting.person), instance: instanceName() }),
  };
}

/** Tells somebody that they host the event no more. */
export function hostRemovedLetter(hosting: Hosting, reader: Reader): Letter {
  const t = translator(reader.locale, "mail.hostRemoved");
  return {
    ...frame(hosting, reader),
    subject: t("subject", { title: titleOf(hosting, reader) }),
    heading: t("heading"),
    intro: t("intro", { organizer: hosting.organizer.name }),
    event: cardOf(hosting, reader),
    button: { label: t("button"), url: env().ORIGIN + paths.myEvents },
    reason: t("reason", { identity: fullName(hosting.person), instance: instanceName() }),
  };
}

const nobody = { name: "", handle: "" };

function frame({ person }: Hosting, { locale }: Reader): Pick<Letter, "locale" | "name"> {
  return { locale, name: person.name };
}

function titleOf({ event }: Hosting, { locale }: Reader): string {
  return event.title || translator(locale, "hosts")("untitled");
}

function cardOf(hosting: Hosting, reader: Reader, isOwn = false): Letter["event"] {
  if (!hosting.event.startsAt) return undefined;
  const card = eventCard(hosting, reader, isOwn);
  return { ...card, title: titleOf(hosting, reader), organizer: isOwn ? undefined : card.organizer };
}
