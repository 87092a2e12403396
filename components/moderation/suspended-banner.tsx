import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { dateText } from "@/lib/core/dates/date-text";

type Suspended = { id: string; name: string; suspendedUntil: Date | null };

/** On every page of theirs: which of their identities nobody sees, and until when. */
export function SuspendedBanner({ suspended, zone }: { suspended: Suspended[]; zone: string }) {
  const t = useTranslations("moderation");
  const locale = useLocale();
  return suspended.map(({ id, name, suspendedUntil }) => (
    <Alert key={id} tone="warning" className="mt-5">
      {suspendedUntil
        ? t("suspendedBannerUntil", {
            name,
            date: dateText(suspendedUntil, { zone, locale, style: "long", year: true }),
          })
        : t("suspendedBanner", { name })}
    </Alert>
  ));
}
