import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Meter } from "@/components/ui/meter";
import type { RemoteEvent } from "@/db/schema/remote-events";
import { countsElsewhere } from "@/lib/participation/rules";

/** How many come to an event of another server, as far as that server tells. */
export function PlacesElsewhere({ remote, host }: { remote: RemoteEvent; host: string }) {
  const t = useTranslations("joining");
  const { capacity, taken, left } = countsElsewhere(remote);
  const counted = <p className="soft small">{t("elsewhere.counted", { host })}</p>;
  if (capacity === null || taken === null) {
    return taken !== null && taken > 0 ? (
      <div>
        <p>{t("going", { count: taken })}</p>
        {counted}
      </div>
    ) : null;
  }
  return (
    <div className="places">
      <p className="row between">
        <strong>{t("placesTaken", { taken, capacity })}</strong>
        {left !== null && <Chip tone={left > 0 ? "going" : "alert"}>{t("placesLeft", { left })}</Chip>}
      </p>
      <Meter label={t("placesMeter")} value={Math.min(taken, capacity)} max={capacity} />
      {counted}
    </div>
  );
}
