import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { type FeedOf, feedPath } from "@/lib/core/listing-paths";

/** For calendar programs and feed readers, at the end of a list. */
export function FeedLinks({ of }: { of: FeedOf }) {
  const t = useTranslations("feeds");
  return (
    <p className="feeds">
      <span className="soft">{t("follow")}</span>
      <a href={feedPath(of, "ics")}>
        <Icon name="calendarPlus" size={18} />
        {t("calendar")}
      </a>
      <a href={feedPath(of, "atom")}>
        <Icon name="rss" size={18} />
        {t("news")}
      </a>
    </p>
  );
}
