import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Meter } from "@/components/ui/meter";
import type { Event } from "@/db/schema/events";
import { editEventPath } from "@/lib/core/paths";
import type { Tallies } from "@/lib/participation/lists/tally";

type ParticipantListPlacesProps = {
  event: Event;
  /** Everybody, whatever is looked for. */
  tallies: Tallies;
  /** Places of those who are in, and of those who were offered one. */
  held: number;
};

/** How many come, how many places are left to give, and what to do when none is. */
export function ParticipantListPlaces({ event, tallies, held }: ParticipantListPlacesProps) {
  const t = useTranslations("participants");
  if (event.status === "cancelled") return <Alert tone="warning">{t("cancelledText")}</Alert>;
  const { people = 0, seats = 0 } = tallies.approved ?? {};
  const { capacity } = event;
  const isFull = capacity !== null && held >= capacity;
  const text = capacity === null ? "" : t("places", { taken: held, capacity });
  return (
    <div className="participant-places">
      {isFull && (
        <Alert tone="warning" title={t("fullTitle", { capacity })}>
          <p>
            {t(event.waitlist === "closed" ? "fullText" : "fullTextLine")}{" "}
            <a href={editEventPath(event.slug)}>{t("raisePlaces")}</a>
          </p>
        </Alert>
      )}
      <p className="soft">
        {[
          text,
          seats > people && t("peopleWithGuests", { people, guests: seats - people }),
          tallies.offered && t("offeredPlaces", { seats: tallies.offered.seats }),
          event.placesAside > 0 && t("setAside", { places: event.placesAside }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {capacity !== null && !isFull && <Meter label={text} value={held} max={capacity} />}
    </div>
  );
}
