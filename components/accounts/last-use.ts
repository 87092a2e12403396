import { useTranslations } from "next-intl";
import { dateText } from "@/lib/core/dates/date-text";

/** Who reads, where and when. */
export type Reader = { locale: string; zone: string; now: Date };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Says when a device was used last, as roughly as it is known: to the hour. */
export function useLastUse({ locale, zone, now }: Reader): (at: Date) => string {
  const t = useTranslations("security.devices");
  return (at) => {
    const ago = now.getTime() - at.getTime();
    if (ago < 2 * HOUR) return t("usedLately");
    if (ago < DAY) return t("usedHours", { hours: Math.floor(ago / HOUR) });
    if (ago < 7 * DAY) return t("usedDays", { days: Math.floor(ago / DAY) });
    return t("usedOn", { date: dateText(at, { zone, locale, style: "long", year: true }) });
  };
}
