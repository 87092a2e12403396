import { useTranslations } from "next-intl";
import { paths } from "@/lib/core/paths";
import type { EventCard as Card } from "@/lib/events/cards";
import { searchPath } from "@/lib/events/search/address";
import { everything, radii, type SearchQuery } from "@/lib/events/search/input";
import type { CardStanding } from "@/lib/participation/standings";
import { EventCard } from "./event-card";
import { FrontBlock } from "./front-block";

type Standings = Map<string, CardStanding>;
/** No query: nobody here knows where that is. */
type Near = {
  query: Pick<SearchQuery, "place" | "point" | "radius"> | null;
  name: string;
  cards: Card[];
} | null;

/** What a member's front page can be about. Null: they told no place; they follow nobody. */
export type Own = { near: Near; followed: Card[] | null };

/** Near the member's place, and from whom they follow; until they said either, how to. */
export function FrontOwn({ own: { near, followed }, standings }: { own: Own; standings?: Standings }) {
  const t = useTranslations("front");
  if (!near && !followed) {
    return (
      <FrontBlock id="own" title={t("own.title")}>
        <Untold />
        <p className="soft">{t("followed.nobody")}</p>
      </FrontBlock>
    );
  }
  return (
    <>
      <FrontNear near={near} standings={standings} />
      <FrontFollowed cards={followed} standings={standings} />
    </>
  );
}

/** Around the member's own place, which they told in their settings. Null: they told none. */
function FrontNear({ near, standings }: { near: Near; standings?: Standings }) {
  const t = useTranslations("front");
  if (!near) {
    return (
      <FrontBlock id="near" title={t("near.title")}>
        <Untold />
      </FrontBlock>
    );
  }
  const { query, name, cards } = near;
  const title = name ? t("near.titleOf", { name }) : t("near.title");
  if (!query) {
    return (
      <FrontBlock id="near" title={title}>
        <p className="soft">{t("near.unknown", { name })}</p>
      </FrontBlock>
    );
  }
  const more = { href: searchPath({ ...everything, ...query }), label: t("near.more") };
  return (
    <FrontBlock id="near" title={title} more={cards.length > 0 ? more : undefined}>
      {cards.length > 0 ? <Cards cards={cards} standings={standings} /> : <NothingNear query={query} />}
    </FrontBlock>
  );
}

/** Further away there may be something. */
function NothingNear({ query }: { query: NonNullable<NonNullable<Near>["query"]> }) {
  const t = useTranslations("front");
  const radius = radii.find((each) => each > query.radius);
  return (
    <p className="soft">
      {t("near.empty", { radius: query.radius })}{" "}
      {radius && <a href={searchPath({ ...everything, ...query, radius })}>{t("near.wider", { radius })}</a>}
    </p>
  );
}

/** What those announce whom the identity follows. Null: it follows nobody. */
function FrontFollowed({ cards, standings }: { cards: Card[] | null; standings?: Standings }) {
  const t = useTranslations("front");
  const more = { href: paths.feed, label: t("followed.more") };
  return (
    <FrontBlock id="followed" title={t("followed.title")} more={cards ? more : undefined}>
      {cards && cards.length > 0 ? (
        <Cards cards={cards} standings={standings} />
      ) : (
        <p className="soft">{cards ? t("followed.empty") : t("followed.nobody")}</p>
      )}
    </FrontBlock>
  );
}

function Untold() {
  const t = useTranslations("front");
  return (
    <p className="soft">
      {t.rich("near.untold", { a: (text) => <a href={`${paths.settings}#home`}>{text}</a> })}
    </p>
  );
}

function Cards({ cards, standings }: { cards: Card[]; standings?: Standings }) {
  return (
    <div className="cards">
      {cards.map((card) => (
        <EventCard key={card.event.id} card={card} standing={standings?.get(card.event.id)} />
      ))}
    </div>
  );
}
