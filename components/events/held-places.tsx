import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { formatShortWhen } from "@/lib/core/dates/when";
import { eventPath } from "@/lib/core/paths";
import type { HeldPlace } from "@/lib/participation/my-events";

type HeldPlacesProps = {
  places: HeldPlace[];
  /** For whom they are held. */
  name: string;
  /** The reader's own. */
  zone: string;
};

/** Places that wait for a word, above all else; nothing where there is none. */
export function HeldPlaces({ places, name, zone }: HeldPlacesProps) {
  const t = useTranslations("myEvents");
  const locale = useLocale();
  if (places.length === 0) return null;
  return (
    <Alert tone="warning" className="mt-5" title={t("offersHeading", { count: places.length, name })}>
      <ul>
        {places.map(({ slug, title, offerEndsAt }) => (
          <li key={slug}>
            <a href={`${eventPath(slug)}#take-part`}>{title}</a>
            <span className="small block">
              {t("offerUntil", { time: formatShortWhen({ startsAt: offerEndsAt, zone, locale }) })}
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
