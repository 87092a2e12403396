import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Pager } from "@/components/ui/pager";
import { type FeedOf, listingPath } from "@/lib/core/listing-paths";
import { paths } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";
import type { Topic } from "@/lib/events/topics";
import type { CardStanding } from "@/lib/participation/standings";
import { CategoryName } from "./category-name";
import { EventList } from "./event-list";
import { FeedLinks } from "./feed-links";
import { PastList } from "./past-events";

type TopicViewProps = {
  topic: Topic;
  of: FeedOf;
  place?: { name: string; address: string };
  cards: EventCard[];
  past: EventCard[];
  page: number;
  pageCount: number;
  total: number;
  now: Date;
  /** Only for members: where the identity they act as stands. */
  standings?: Map<string, CardStanding>;
};

/** What is on with one tag, in one category or at one place. */
export function TopicView({ topic, of, place, ...listed }: TopicViewProps) {
  const t = useTranslations("topic");
  const { cards, past, page, pageCount, total, now, standings } = listed;
  const path = listingPath(of);
  return (
    <>
      <div className="hero topic">
        <p className="soft">{t(`kind.${topic.kind}`)}</p>
        <h1>
          <TopicName topic={topic} place={place} />
        </h1>
        {place?.address && place.address !== place.name && (
          <p className="row">
            <Icon name="pin" size={20} />
            {place.address}
          </p>
        )}
        {total > 0 && <p className="lead">{t("total", { count: total })}</p>}
      </div>
      {cards.length > 0 ? <EventList cards={cards} now={now} standings={standings} /> : <NothingToCome />}
      <Pager
        page={page}
        pageCount={pageCount}
        hrefOf={(number) => (number === 1 ? path : `${path}?page=${number}`)}
      />
      {past.length > 0 && (
        <details className="fold">
          <summary>{t("past")}</summary>
          <PastList cards={past} />
        </details>
      )}
      <FeedLinks of={of} />
    </>
  );
}

function TopicName({ topic: { kind, value }, place }: Pick<TopicViewProps, "topic" | "place">) {
  if (kind === "tag") return <span dir="auto">#{value}</span>;
  return place ? <span dir="auto">{place.name}</span> : <CategoryName code={value} />;
}

function NothingToCome() {
  const t = useTranslations("topic");
  return (
    <EmptyState
      icon="calendar"
      title={t("empty.title")}
      action={<ButtonLink href={paths.front}>{t("empty.others")}</ButtonLink>}
    >
      {t("empty.text")}
    </EmptyState>
  );
}
