import "./my-events.css";
import { useLocale, useTranslations } from "next-intl";
import { formatWhen } from "@/lib/core/dates/when";
import { editEventPath, eventPath } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";
import { isOff, isOver } from "@/lib/events/rules";
import type { CardStanding } from "@/lib/participation/standings";
import { DateBlock } from "./date-block";
import { OriginNote } from "./event-origin";
import { MyEventMarks } from "./my-events-marks";
import type { MyEventTab } from "./my-events-tabs";

type MyEventsListProps = {
  tab: MyEventTab;
  /** Whose events these are. */
  actorId: string;
  cards: EventCard[];
  /** How many wait for an answer, by event. */
  waiting: Map<string, number>;
  /** Where the identity itself stands, by event. */
  standings: Map<string, CardStanding>;
  now: Date;
};

/** What is to come, then what is over. */
export function MyEventsList({ cards, ...props }: MyEventsListProps) {
  const t = useTranslations("myEvents");
  const isPast = ({ event }: EventCard) => props.tab !== "drafts" && isOver(event, props.now);
  const past = cards.filter(isPast);
  const coming = cards.filter((card) => !isPast(card));
  return (
    <div className="grid gap-7">
      {coming.length > 0 && (
        <section>
          <h2 className={past.length > 0 ? "text-step-1 mb-3" : "sr-only"}>
            {props.tab === "drafts" ? t("drafts") : t("comingHeading")}
          </h2>
          <Rows {...props} cards={coming} />
        </section>
      )}
      {past.length > 0 && (
        <section>
          <h2 className="text-step-1 mb-3">{t("pastHeading")}</h2>
          <Rows {...props} cards={past} isPast />
        </section>
      )}
    </div>
  );
}

function Rows({ cards, isPast = false, ...props }: MyEventsListProps & { isPast?: boolean }) {
  return (
    <ul className="list my-events">
      {cards.map((card) => (
        <Row key={card.event.id} {...props} card={card} isPast={isPast} />
      ))}
    </ul>
  );
}

function Row({
  tab,
  actorId,
  card,
  waiting,
  standings,
  isPast,
}: Omit<MyEventsListProps, "cards"> & { card: EventCard; isPast: boolean }) {
  const t = useTranslations("myEvents");
  const locale = useLocale();
  const { event } = card;
  const { startsAt, endsAt, zone } = event;
  const when = startsAt ? formatWhen({ startsAt, endsAt, zone, locale }) : t("noTime");
  return (
    <li>
      {startsAt ? (
        <DateBlock start={startsAt} end={endsAt} timeZone={zone} isOff={isOff(event)} />
      ) : (
        <span className="date" />
      )}
      <div className="min-w-0">
        <h3>
          <a href={tab === "drafts" ? editEventPath(event.slug) : eventPath(event.slug)}>
            {event.title || t("untitled")}
          </a>
        </h3>
        <p className="soft small">
          {[when, event.placeName].filter(Boolean).join(" · ")} <OriginNote host={event.domain} />
        </p>
        <MyEventMarks
          tab={tab}
          actorId={actorId}
          card={card}
          waiting={waiting.get(event.id) ?? 0}
          standing={standings.get(event.id)}
          isPast={isPast}
        />
      </div>
    </li>
  );
}
