import { useLocale, useTranslations } from "next-intl";
import type { Event } from "@/db/schema/events";
import { formatWhen } from "@/lib/core/dates/when";
import { isoInZone } from "@/lib/core/dates/zone";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import { isOff } from "@/lib/events/rules";
import { OwnTime } from "./own-time";
import { readerTime } from "./reader-time";

type EventWhenProps = {
  event: Pick<Event, "startsAt" | "endsAt" | "zone" | "status" | "previousStartsAt">;
  readerZone?: string;
};

/** The time on the clocks where the event is, and beside it the reader's own where that is another. */
export function EventWhen({ event, readerZone }: EventWhenProps) {
  const { startsAt, endsAt, zone, previousStartsAt } = event;
  const t = useTranslations("event");
  const locale = useLocale();
  if (!startsAt) return <p className="soft">{t("noDate")}</p>;
  const when = { startsAt, endsAt, zone, locale };
  return (
    <p>
      <strong>
        <time className="dt-start" dateTime={isoInZone(startsAt, zone)}>
          <WhenText text={capitalised(formatWhen(when), locale)} isStruck={isOff(event)} />
        </time>
      </strong>
      {endsAt && <data className="dt-end" value={isoInZone(endsAt, zone)} />}
      <span className="soft small block">
        {readerZone === undefined ? (
          <>
            {t("zone", { zone: capitalised(zoneLabel(zone, locale, startsAt), locale) })}{" "}
            <OwnTime start={startsAt} end={endsAt} timeZone={zone} />
          </>
        ) : (
          <ReaderTime when={when} readerZone={readerZone} />
        )}
      </span>
      {previousStartsAt && !isOff(event) && (
        <span className="soft small block">
          {t("movedFrom", { when: formatWhen({ startsAt: previousStartsAt, endsAt: null, zone, locale }) })}
        </span>
      )}
    </p>
  );
}

function ReaderTime({ when, readerZone }: { when: Parameters<typeof readerTime>[0]; readerZone: string }) {
  const t = useTranslations("event");
  const { startsAt, zone, locale } = when;
  const time = readerTime(when, readerZone);
  if (time === null) return null;
  const own = zoneLabel(readerZone, locale, startsAt);
  return `${t("zone", { zone: capitalised(zoneLabel(zone, locale, startsAt), locale) })} ${t("forYou", { time, zone: own })}`;
}

function capitalised(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** From one hour to the other on one line. A joiner would do, were it not another text for whoever looks for it. */
function WhenText({ text, isStruck }: { text: string; isStruck: boolean }) {
  const [hours = ""] = /\d\d:\d\d – \d\d:\d\d/.exec(text) ?? [];
  const [before, after] = hours ? text.split(hours) : [text];
  const whole = hours ? (
    <>
      {before}
      <span className="whitespace-nowrap">{hours}</span>
      {after}
    </>
  ) : (
    text
  );
  return isStruck ? <s>{whole}</s> : whole;
}
