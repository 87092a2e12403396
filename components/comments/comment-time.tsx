import { useLocale, useTranslations } from "next-intl";
import { agoText, isJustNow, momentText } from "@/lib/core/dates/ago";
import { dateText } from "@/lib/core/dates/date-text";

/** On whose clock exact times are told. */
export type Clock = { now: Date; zone: string };

/** How long ago something was said; the exact time is one look away. */
export function CommentTime({ at, clock: { now, zone } }: { at: Date; clock: Clock }) {
  const t = useTranslations("comments");
  const locale = useLocale();
  const ago = isJustNow(at, now) ? t("justNow") : agoText(at, { now, locale });
  return (
    <time dateTime={at.toISOString()} title={momentText(at, { zone, locale })}>
      {ago ?? dateText(at, { zone, locale, style: "long", year: true })}
    </time>
  );
}
