import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Meter } from "@/components/ui/meter";
import type { Event } from "@/db/schema/events";
import type { AnswerCounts } from "@/lib/participation/event-page";
import { placesLeft } from "./offer";

type PlacesProps = {
  event: Pick<Event, "capacity" | "placesAside" | "guestList">;
  counts: AnswerCounts;
  /** Hosts see the numbers also where they are hidden. */
  isManaged: boolean;
};

/** How many come, and may come, and how many still can. */
export function Places({ event, counts, isManaged }: PlacesProps) {
  const t = useTranslations("joining");
  const { taken, going, maybe, inLine } = counts;
  const left = placesLeft(event, taken);
  if (event.guestList === "hidden" && !isManaged) return null;
  const others = [
    maybe > 0 && t("maybeCount", { count: maybe }),
    inLine > 0 && t("inLineCount", { count: inLine }),
  ].filter((text) => typeof text === "string");
  if (event.capacity === null || left === null) {
    const texts = going > 0 ? [t("going", { count: going }), ...others] : others;
    return texts.length > 0 && <p className="soft">{texts.join(" · ")}</p>;
  }
  return (
    <div className="places">
      <p className="row between">
        <strong>{t("placesTaken", { taken, capacity: event.capacity })}</strong>
        <Chip tone={left > 0 ? "going" : "alert"}>{t("placesLeft", { left })}</Chip>
      </p>
      <Meter label={t("placesMeter")} value={taken} max={event.capacity} />
      {others.length > 0 && <p className="soft small">{others.join(" · ")}</p>}
    </div>
  );
}
