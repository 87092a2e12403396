import { useLocale, useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Event } from "@/db/schema/events";
import { formatWhen } from "@/lib/core/dates/when";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import type { FormAction } from "@/lib/web/form-state";

type ScheduledProps = {
  event: Event;
  /** Handle of the identity that manages it. */
  editor: string;
  unschedule: FormAction;
};

/** Says when a draft publishes itself, and lets that be taken back. */
export function Scheduled({
  event: { id, publishAt, publishedAt, zone },
  editor,
  unschedule,
}: ScheduledProps) {
  const t = useTranslations("publishLater");
  const locale = useLocale();
  if (!publishAt || publishedAt) return null;
  const time = formatWhen({ startsAt: publishAt, endsAt: null, zone, locale });
  return (
    <Alert title={t("scheduled", { time, zone: zoneLabel(zone, locale, publishAt) })} className="mb-5">
      <ButtonForm action={unschedule} className="mt-2">
        <input type="hidden" name="eventId" value={id} />
        <input type="hidden" name="as" value={editor} />
        <Button type="submit" small>
          {t("takeBack")}
        </Button>
      </ButtonForm>
    </Alert>
  );
}
