import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { participantsPath } from "@/lib/core/participation-paths";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { fullName, type Happening, handleOf, isIdentity, type Participant, type Person } from "../people";

/** Who came to be there within an hour; `total` counts those too who are not listed. */
export type Came = { listed: { participant: Participant; guests: number }[]; total: number };

/** Tells a host who comes, and who waits for a place, since the last time. */
export function joinsLetter(
  happening: Happening,
  host: Person,
  { coming, waiting, reader }: { coming: Came; waiting: Came; reader: Reader },
): Letter {
  const { event } = happening;
  const { locale } = reader;
  const t = translator(locale, "mail.joins");
  const [first] = coming.listed;
  const name = first ? nameOf(first.participant, locale) : "";
  const counts = { title: event.title, name, joined: coming.total, waiting: waiting.total };
  return {
    locale,
    subject: t("subject", counts),
    heading: t("heading", counts),
    name: host.name,
    intro: t("intro"),
    event: { ...eventCard(happening, reader, true), organizer: undefined },
    details: [
      ...detailOf(coming, { label: t("coming"), locale }),
      ...detailOf(waiting, { label: t("waiting"), locale }),
    ],
    button: { label: t("button"), url: env().ORIGIN + participantsPath(event.slug) },
    reason: t("reason", { identity: fullName(host), instance: instanceName() }),
  };
}

function detailOf({ listed, total }: Came, { label, locale }: { label: string; locale: Locale }) {
  if (total === 0) return [];
  const names = listed.map(({ participant, guests }) => {
    const handle = isIdentity(participant) ? ` (${handleOf(participant)})` : "";
    return nameOf(participant, locale) + handle + (guests > 0 ? ` +${guests}` : "");
  });
  const more = total - listed.length;
  const rest = more > 0 ? [translator(locale, "mail.joins")("more", { more })] : [];
  return [{ label, text: [...names, ...rest].join("\n") }];
}

function nameOf({ name }: Participant, locale: Locale): string {
  return name || translator(locale, "mail")("nameless");
}
