import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Meter } from "@/components/ui/meter";
import type { Event } from "@/db/schema/events";
import { placesLeft } from "./offer";

type PlacesProps = {
  event: Pick<Event, "capacity" | "guestList">;
  taken: number;
  /** Hosts see the number also where it is hidden. */
  isManaged: boolean;
};

/** How many come, and how many still can. */
export function Places({ event, taken, isManaged }: PlacesProps) {
  const t = useTranslations("joining");
  const left = placesLeft(event, taken);
  if (event.guestList === "hidden" && !isManaged) return null;
  if (event.capacity === null || left === null) {
    return taken > 0 && <p className="soft">{t("going", { count: taken })}</p>;
  }
  return (
    <div className="places">
      <p className="row between">
        <strong>{t("placesTaken", { taken, capacity: event.capacity })}</strong>
        <Chip tone={left > 0 ? "going" : "alert"}>{t("placesLeft", { left })}</Chip>
      </p>
      <Meter label={t("placesMeter")} value={taken} max={event.capacity} />
    </div>
  );
}
