import { useLocale, useTranslations } from "next-intl";
import type { EventCard as Card } from "@/lib/events/cards";
import type { CardStanding } from "@/lib/participation/standings";
import { EventCard } from "./event-card";
import { type EventGroup, groupByTime, monthTitle } from "./event-groups";

type EventListProps = {
  cards: Card[];
  now: Date;
  /** Where the reader stands, by event. */
  standings?: Map<string, CardStanding>;
};

/** Events by date, under headings that say how far away they are. */
export function EventList({ cards, now, standings }: EventListProps) {
  return groupByTime(cards, now).map((group) => (
    <section key={group.key} className="section" aria-labelledby={`group-${group.key}`}>
      <h2 id={`group-${group.key}`}>
        <GroupTitle period={group.period} />
      </h2>
      <div className="cards">
        {group.cards.map((card) => (
          <EventCard key={card.event.id} card={card} standing={standings?.get(card.event.id)} />
        ))}
      </div>
    </section>
  ));
}

function GroupTitle({ period }: Pick<EventGroup<Card>, "period">) {
  const t = useTranslations("events");
  const locale = useLocale();
  return typeof period === "string" ? t(`period.${period}`) : monthTitle(period.month, locale);
}
