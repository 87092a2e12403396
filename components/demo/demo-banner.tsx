import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { isDemo, nextWipe } from "@/lib/core/demo";
import { demoMailPath, demoPath } from "@/lib/core/demo-paths";

/** Above every page of a demonstration. The time is told with its zone, since one page is kept for everybody. */
export function DemoBanner() {
  const t = useTranslations("demo.banner");
  const locale = useLocale();
  if (!isDemo()) return null;
  const next = nextWipe(new Date());
  return (
    <aside className="demo-banner" aria-label={t("label")}>
      <div className="wrap">
        <p>
          <Icon name="bell" size={18} />
          <span>
            <strong>{t("title")}</strong>{" "}
            {t.rich("text", {
              when: whenText(next, locale),
              time: (chunks) => <time dateTime={next.toISOString()}>{chunks}</time>,
            })}
          </span>
        </p>
        <nav aria-label={t("navigation")}>
          <a href={demoPath}>{t("tryAs")}</a>
          <a href={demoMailPath}>{t("mails")}</a>
        </nav>
      </div>
    </aside>
  );
}

function whenText(when: Date, locale: string): string {
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    ...{ weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
    ...{ timeZone: "UTC", timeZoneName: "short" },
  });
  return format.format(when);
}
