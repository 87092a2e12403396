import { useTranslations } from "next-intl";
import type { EventCard as Card } from "@/lib/events/cards";
import { EventCard } from "./event-card";

/** What has most in common with the event above; nothing where there is none. */
export function RelatedEvents({ cards }: { cards: Card[] }) {
  const t = useTranslations("event");
  if (cards.length === 0) return null;
  return (
    <section className="section" aria-labelledby="related">
      <h2 id="related">{t("related")}</h2>
      <div className="cards">
        {cards.map((card) => (
          <EventCard key={card.event.id} card={card} />
        ))}
      </div>
    </section>
  );
}
