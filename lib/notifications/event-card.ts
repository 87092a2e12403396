import { dateBlockParts } from "@/lib/core/dates/date-block";
import { formatWhen } from "@/lib/core/dates/when";
import { sameClock } from "@/lib/core/dates/zone";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import type { Locale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import type { EventCard } from "./letter";
import type { Happening } from "./people";

/** In whose language and on whose clock. */
export type Reader = { locale: Locale; zone: string };

/**
 * The event as it stands now. The zone is named, and the reader's own time told, only where their clock
 * shows another one. `isGoing` readers, and hosts, also learn a hidden address and where it happens online.
 */
export function eventCard({ event, organizer }: Happening, reader: Reader, isGoing: boolean): EventCard {
  const t = translator(reader.locale, "mail.letter");
  const hasAddress = /^https?:\/\//i.test(event.onlineUrl);
  return {
    title: event.title,
    ...timesOf(event, reader),
    where: [...placeOf(event, isGoing), hasAddress ? t("online") : ""].filter(Boolean),
    onlineUrl: isGoing && hasAddress ? event.onlineUrl : undefined,
    organizer: organizer.name,
    isCancelled: event.status === "cancelled",
  };
}

function placeOf({ placeName, placeAddress, isAddressHidden }: Happening["event"], isGoing: boolean) {
  return isAddressHidden && !isGoing ? [] : [placeName, ...placeAddress.split("\n")];
}

function timesOf(
  { startsAt, endsAt, zone }: Happening["event"],
  reader: Reader,
): Pick<EventCard, "date" | "when"> {
  // Only drafts may have no start, and nobody is written to about a draft.
  if (!startsAt) throw new Error("an announced event has a start");
  const { locale } = reader;
  const times = { startsAt, endsAt, locale };
  const when = formatWhen({ ...times, zone });
  const date = dateBlockParts({ ...times, zone });
  if (sameClock(zone, reader.zone, startsAt)) return { date, when: [when] };

  const t = translator(locale, "mail.letter");
  const inZone = t("inZone", { when, zone: zoneLabel(zone, locale, startsAt) });
  const yours = {
    when: formatWhen({ ...times, zone: reader.zone }),
    zone: zoneLabel(reader.zone, locale, startsAt),
  };
  return { date, when: [inZone, t("yourTime", yours)] };
}
