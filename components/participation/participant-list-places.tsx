import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Meter } from "@/components/ui/meter";
import { editEventPath } from "@/lib/core/paths";

type ParticipantListPlacesProps = {
  slug: string;
  capacity: number | null;
  taken: number;
  isCancelled: boolean;
};

/** How many places are left to give, and what to do when none is. */
export function ParticipantListPlaces({ slug, capacity, taken, isCancelled }: ParticipantListPlacesProps) {
  const t = useTranslations("participants");
  if (isCancelled) return <Alert tone="warning">{t("cancelledText")}</Alert>;
  if (capacity === null) return null;
  if (taken >= capacity) {
    return (
      <Alert tone="warning" title={t("fullTitle", { capacity })}>
        <p>
          {t("fullText")} <a href={editEventPath(slug)}>{t("raisePlaces")}</a>
        </p>
      </Alert>
    );
  }
  const text = t("places", { taken, capacity });
  return (
    <div className="max-w-sm">
      <p className="soft">{text}</p>
      <Meter label={text} value={taken} max={capacity} />
    </div>
  );
}
