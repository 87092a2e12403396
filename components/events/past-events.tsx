import { useLocale, useTranslations } from "next-intl";
import { Muted } from "@/components/identities/muted";
import { dateText } from "@/lib/core/dates/date-text";
import { isoInZone } from "@/lib/core/dates/zone";
import { eventPath } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";

/** What took place, quietly: a line each, so that it takes nobody's eye from what is to come. */
export function PastEvents({ cards }: { cards: EventCard[] }) {
  const t = useTranslations("profile");
  return (
    <section className="section" aria-labelledby="past">
      <h2 id="past">{t("past")}</h2>
      <PastList cards={cards} />
    </section>
  );
}

/** The lines alone, where a heading stands already. */
export function PastList({ cards }: { cards: EventCard[] }) {
  return (
    <ul className="past">
      {cards.map((card) => (
        <PastEvent key={card.event.id} {...card} />
      ))}
    </ul>
  );
}

function PastEvent({ event: { slug, title, startsAt, zone, placeName }, mutedWord }: EventCard) {
  const locale = useLocale();
  const what = (
    <>
      <a className="u-url p-name" href={eventPath(slug)}>
        {title}
      </a>
      {placeName && <span className="soft p-location"> · {placeName}</span>}
    </>
  );
  return (
    <li className="h-event">
      {startsAt && (
        <time className="soft dt-start" dateTime={isoInZone(startsAt, zone)}>
          {dateText(startsAt, { zone, locale, style: "short", year: true })}
        </time>
      )}
      {mutedWord ? <Muted word={mutedWord}>{what}</Muted> : <span>{what}</span>}
    </li>
  );
}
