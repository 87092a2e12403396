import { useLocale, useTranslations } from "next-intl";
import { Alert, type AlertTone } from "@/components/ui/alert";
import type { Event } from "@/db/schema/events";
import { formatWhen } from "@/lib/core/dates/when";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import { editEventPath } from "@/lib/core/paths";
import { isOver } from "@/lib/events/rules";

const tones: Partial<Record<Event["status"], AlertTone>> = {
  cancelled: "refusal",
  postponed: "warning",
  tentative: "warning",
  moved_online: "info",
};

/** What one must know before reading on: that it is a draft, called off, put off, or over. */
export function EventBanner({ event, now }: { event: Event; now: Date }) {
  const t = useTranslations("event.banner");
  if (!event.publishedAt) return <DraftBanner event={event} />;
  const { status } = event;
  if (status === "cancelled")
    return <Banner tone="refusal" title={t("cancelled")} text={t("cancelledText")} />;
  if (isOver(event, now)) return <Banner tone="info" title={t("over")} text={t("overText")} />;
  const tone = tones[status];
  if (!tone || status === "confirmed") return null;
  return <Banner tone={tone} title={t(status)} text={t(`${status}Text`)} />;
}

function Banner({ tone, title, text }: { tone: AlertTone; title: string; text: string }) {
  return (
    <Alert tone={tone} title={title} className="mb-5">
      <p>{text}</p>
    </Alert>
  );
}

function DraftBanner({ event: { slug, publishAt, zone, heldAt } }: { event: Event }) {
  const t = useTranslations("event.banner");
  const later = useTranslations("publishLater");
  const locale = useLocale();
  if (heldAt) return <Banner tone="warning" title={t("held")} text={t("heldText")} />;
  const time = publishAt && formatWhen({ startsAt: publishAt, endsAt: null, zone, locale });
  return (
    <Alert
      tone="warning"
      title={time ? later("scheduled", { time, zone: zoneLabel(zone, locale, publishAt) }) : t("draft")}
      className="mb-5"
    >
      <p>
        {t.rich("draftText", {
          link: (words) => <a href={editEventPath(slug)}>{words}</a>,
        })}
      </p>
    </Alert>
  );
}
