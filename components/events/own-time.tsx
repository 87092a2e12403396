import { useTranslations } from "next-intl";

/**
 * A place for the reader's own time beside the event's. Kept pages cannot know where the reader is: the
 * enhancement module fills it in, and only when the clocks differ.
 */
export function OwnTime({ start, end, timeZone }: { start: Date; end?: Date | null; timeZone: string }) {
  const t = useTranslations("ui");
  return (
    <span
      data-own-time=""
      data-start={start.toISOString()}
      data-end={end?.toISOString()}
      data-zone={timeZone}
      data-template={t("ownTime", { zone: "{zone}", time: "{time}" })}
      hidden
      suppressHydrationWarning
    >
      {/* A text, so that React leaves alone what the module wrote before it woke up. */}{" "}
    </span>
  );
}
