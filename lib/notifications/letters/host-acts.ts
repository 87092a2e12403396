import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { translator } from "@/lib/core/messages";
import { eventPath } from "@/lib/core/paths";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import { listed } from "../listed";
import { fullName, type Happening, handleOf, type Person } from "../people";

/** `person`: the identity that is written to, which announces the event with others. */
type Hosting = Happening & { person: Person };

/** Tells a host what others changed. `changed`: names of columns, and of what else belongs to an event. */
export function hostEditedLetter(
  hosting: Hosting,
  { who, changed }: { who: Person[]; changed: string[] },
  reader: Reader,
): Letter {
  const { locale } = reader;
  const t = translator(locale, "mail.hostEdited");
  const parts = [...new Set(changed.map((column) => partOf[column] ?? "other"))];
  const names = {
    names: listed(
      who.map(({ name }) => name),
      locale,
    ),
    count: who.length,
  };
  return {
    ...frame(hosting, reader),
    subject: t("subject", { title: hosting.event.title, ...names }),
    heading: t("heading", names),
    intro: t("intro", {
      parts: listed(
        parts.map((part) => t(`parts.${part}`)),
        locale,
      ),
    }),
    reason: t("reason", { identity: fullName(hosting.person), instance: instanceName() }),
  };
}

/** Tells a host that another one called the event off. */
export function hostCancelledLetter(hosting: Hosting, who: Person, reader: Reader): Letter {
  const t = translator(reader.locale, "mail.hostCancelled");
  const { name } = who;
  return {
    ...frame(hosting, reader),
    subject: t("subject", { title: hosting.event.title, name }),
    heading: t("heading", { name }),
    intro: t("intro", { name, handle: handleOf(who) }),
    reason: t("reason", { identity: fullName(hosting.person), instance: instanceName() }),
  };
}

type Part =
  | "title"
  | "time"
  | "status"
  | "place"
  | "description"
  | "picture"
  | "joining"
  | "visibility"
  | "other";

/** What its form calls what hosts change; the rest is of little weight. */
const partOf: Record<string, Part> = {
  title: "title",
  startsAt: "time",
  endsAt: "time",
  zone: "time",
  status: "status",
  placeName: "place",
  placeAddress: "place",
  placeId: "place",
  latitude: "place",
  longitude: "place",
  isAddressHidden: "place",
  onlineUrl: "place",
  description: "description",
  descriptionHtml: "description",
  pictureId: "picture",
  pictureAlt: "picture",
  focusX: "picture",
  focusY: "picture",
  joinMode: "joining",
  externalJoinUrl: "joining",
  capacity: "joining",
  placesAside: "joining",
  waitlist: "joining",
  guestsAllowed: "joining",
  visibility: "visibility",
};

function frame(hosting: Hosting, reader: Reader): Pick<Letter, "locale" | "name" | "event" | "button"> {
  const t = translator(reader.locale, "mail.hostEdited");
  return {
    locale: reader.locale,
    name: hosting.person.name,
    event: { ...eventCard(hosting, reader, true), organizer: undefined },
    button: { label: t("button"), url: env().ORIGIN + eventPath(hosting.event.slug) },
  };
}
