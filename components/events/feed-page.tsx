import { useTranslations } from "next-intl";
import { FollowByAddress } from "@/components/identities/follow-by-address";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { paths } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";
import { type FeedSource, feedSources } from "@/lib/events/input";
import type { CardStanding } from "@/lib/participation/standings";
import { EventList } from "./event-list";

type FeedPageProps = {
  /** Of the identity whose feed it is. */
  name: string;
  /** Null: it follows nobody. */
  cards: EventCard[] | null;
  standings: Map<string, CardStanding>;
  source: FeedSource;
  page: number;
  pageCount: number;
  now: Date;
};

/** What those announce whom an identity follows, of this server and of others, by date. */
export function FeedPage({ name, cards, standings, source, page, pageCount, now }: FeedPageProps) {
  const t = useTranslations("feed");
  return (
    <>
      <div className="section">
        <h1 className="text-step-2">{t("title")}</h1>
        <p className="soft mt-2 mb-5 max-w-[60ch]">
          {t.rich("explained", { name, link: (words) => <a href={paths.follows}>{words}</a> })}
        </p>
        {cards && <Sources current={source} />}
      </div>
      {cards && cards.length > 0 ? (
        <EventList cards={cards} now={now} standings={standings} />
      ) : (
        <Nothing followsNobody={cards === null} />
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={(number) => feedPath(source, number)} />
      <section className="section" aria-labelledby="follow-more">
        <h2 id="follow-more">{t("more")}</h2>
        <FollowByAddress />
      </section>
    </>
  );
}

function Sources({ current }: { current: FeedSource }) {
  const t = useTranslations("feed");
  const tabs = feedSources.map((source) => ({
    href: feedPath(source, 1),
    label: t(`source.${source}`),
    current: source === current,
  }));
  return <Tabs label={t("sources")} tabs={tabs} />;
}

function Nothing({ followsNobody }: { followsNobody: boolean }) {
  const t = useTranslations("feed.empty");
  return (
    <EmptyState
      title={t(followsNobody ? "nobodyTitle" : "title")}
      icon={followsNobody ? "people" : "calendar"}
      action={
        <ButtonLink href={paths.search} variant="primary">
          {t("search")}
        </ButtonLink>
      }
    >
      {t(followsNobody ? "nobody" : "text")}
    </EmptyState>
  );
}

function feedPath(source: FeedSource, page: number): string {
  const query = new URLSearchParams({
    ...(source !== "all" && { from: source }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `${paths.feed}?${query}` : paths.feed;
}
