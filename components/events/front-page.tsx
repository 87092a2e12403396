import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Pager } from "@/components/ui/pager";
import type { Locale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { inLanguage } from "@/lib/core/text/in-language";
import type { EventCard } from "@/lib/events/cards";
import type { CategoryInUse } from "@/lib/events/topics";
import type { CardStanding } from "@/lib/participation/standings";
import { AnnounceLink } from "./announce-link";
import { EventList } from "./event-list";
import { FeedLinks } from "./feed-links";
import { FrontCategories } from "./front-categories";
import { FrontOwn, type Own } from "./front-own";
import { FrontSearch } from "./front-search";

type FrontPageProps = {
  cards: EventCard[];
  categories: CategoryInUse[];
  page: number;
  pageCount: number;
  now: Date;
  /** What the server says about itself, in the languages that it was written in. */
  shortDescription: Partial<Record<Locale, string>>;
  /** Only for members: what concerns the identity that they act as. `own`: on the first page. */
  member?: {
    standings: Map<string, CardStanding>;
    waiting: number;
    own?: Own;
  };
};

/** What is on: by date for everybody, and above it what is near to a member. */
export function FrontPage({
  cards,
  categories,
  page,
  pageCount,
  now,
  shortDescription,
  member,
}: FrontPageProps) {
  const t = useTranslations("front");
  const standings = member?.standings;
  const isFirst = page === 1;
  const own = inLanguage(shortDescription, useLocale());
  return (
    <>
      <div className="hero">
        <h1>{t("title")}</h1>
        {isFirst && (
          <p className="lead" lang={own?.locale}>
            {own?.text ?? t("lead")}
          </p>
        )}
        {member && member.waiting > 0 && <Waiting count={member.waiting} />}
        {isFirst && <FrontSearch place={member?.own?.near?.name} />}
      </div>
      {member?.own && cards.length > 0 && <FrontOwn own={member.own} standings={standings} />}
      {isFirst && <FrontCategories categories={categories} />}
      {cards.length === 0 ? (
        <NothingYet isMember={member !== undefined} />
      ) : (
        <EventList cards={cards} now={now} standings={standings} />
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={pageHref} />
      <FeedLinks of={{ kind: "all" }} />
    </>
  );
}

/** The first page has one address only. */
function pageHref(page: number): string {
  return page === 1 ? paths.front : `${paths.front}?page=${page}`;
}

function Waiting({ count }: { count: number }) {
  const t = useTranslations("front");
  return (
    <p>
      <a className="notice-link" href={paths.myEvents}>
        <Icon name="waiting" size={20} />
        {t("waiting", { count })}
        <Icon name="arrowEnd" size={18} />
      </a>
    </p>
  );
}

function NothingYet({ isMember }: { isMember: boolean }) {
  const t = useTranslations("front");
  return (
    <EmptyState
      title={t("empty.title")}
      action={
        isMember ? (
          <AnnounceLink label={t("empty.announce")} />
        ) : (
          <ButtonLink href={paths.signUp} variant="primary">
            {t("empty.signUp")}
          </ButtonLink>
        )
      }
    >
      {isMember ? t("empty.member") : t("empty.visitor")}
    </EmptyState>
  );
}
