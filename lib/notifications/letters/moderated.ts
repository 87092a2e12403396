import { dateText } from "@/lib/core/dates/date-text";
import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { editEventPath, eventPath, paths } from "@/lib/core/paths";
import type { Reader } from "../event-card";
import type { Letter } from "../letter";
import { fullName, type Happening, isIdentity, type Participant, type Person } from "../people";

/** What moderators did. `title`: of the event that it is about, or that a comment stood under. */
export type Moderated =
  | { what: "warned" | "limited" | "unsuspended" }
  | { what: "removedEvent" | "removedComment"; title: string }
  | { what: "letThrough" | "turnedBack"; title: string; slug: string }
  | { what: "suspended"; until: Date | null };

/** Nothing that anybody would answer to. */
const good = new Set<Moderated["what"]>(["unsuspended", "letThrough"]);

type Written = { person: Person; why: string };

/** Tells somebody what moderators decided about them, and why; never who asked for it. Always sent. */
export function moderatedLetter(done: Moderated, { person, why }: Written, reader: Reader): Letter {
  const { locale } = reader;
  const t = translator(locale, "mail.moderated");
  const instance = instanceName();
  const title = "title" in done ? done.title : "";
  return {
    locale,
    subject: t(`${done.what}.subject`, { instance, title }),
    heading: t(`${done.what}.heading`),
    name: person.name,
    intro: introOf(done, reader),
    quote: why ? { from: t("reasonGiven", { instance }), text: why } : undefined,
    notes: good.has(done.what) ? undefined : [t("answer", { instance })],
    button: buttonOf(done, locale),
    reason: t("reason", { identity: fullName(person), instance }),
  };
}

/** Leads to what they go on with, else to whom they can answer. */
function buttonOf(done: Moderated, locale: Locale): Letter["button"] {
  const { ORIGIN } = env();
  if (done.what === "letThrough")
    return { label: translator(locale, "mail.hosts")("button"), url: ORIGIN + eventPath(done.slug) };
  if (done.what === "turnedBack")
    return {
      label: translator(locale, "mail.notPublished")("button"),
      url: ORIGIN + editEventPath(done.slug),
    };
  const label = translator(locale, "mail.moderated")("button", { instance: instanceName() });
  return { label, url: ORIGIN + paths.about };
}

function introOf(done: Moderated, { locale, zone }: Reader): string {
  const t = translator(locale, "mail.moderated");
  const instance = instanceName();
  if (done.what !== "suspended")
    return t(`${done.what}.intro`, { instance, title: "title" in done ? done.title : "" });
  if (!done.until) return t("suspended.intro");
  const date = dateText(done.until, { zone, locale, style: "long", year: true });
  return t("suspended.introUntil", { date });
}

/** Tells whoever was to come that moderators took the event off; nothing about why. */
export function withdrawnLetter({ event }: Happening, participant: Participant, { locale }: Reader): Letter {
  const t = translator(locale, "mail.withdrawn");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { title: event.title, instance }),
    heading: t("heading"),
    name: participant.name || undefined,
    intro: t("intro", { instance }),
    button: { label: t("button"), url: env().ORIGIN },
    reason: isIdentity(participant) ? t("reason", { identity: fullName(participant) }) : t("reasonByMail"),
  };
}

type Locked = { locale: Locale; why: string; isHidden: boolean };

/** Tells whoever has an account that nobody can sign in to it any more. Names no identity. */
export function accountLockedLetter({ locale, why, isHidden }: Locked): Letter {
  const t = translator(locale, "mail.accountLocked");
  const moderated = translator(locale, "mail.moderated");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    quote: { from: moderated("reasonGiven", { instance }), text: why },
    notes: [...(isHidden ? [t("hidden")] : []), moderated("answer", { instance })],
    button: { label: moderated("button", { instance }), url: env().ORIGIN + paths.about },
    reason: t("reason", { instance }),
  };
}

/** Tells them that it is open again. Names no identity either. */
export function accountOpenedLetter({ locale, wasHidden }: { locale: Locale; wasHidden: boolean }): Letter {
  const t = translator(locale, "mail.accountOpened");
  const instance = instanceName();
  return {
    locale,
    subject: t("subject", { instance }),
    heading: t("heading"),
    intro: t("intro", { instance }),
    notes: wasHidden ? [t("back")] : undefined,
    button: { label: t("button"), url: env().ORIGIN + paths.signIn },
    reason: translator(locale, "mail.accountLocked")("reason", { instance }),
  };
}
