import { useTranslations } from "next-intl";
import { paths } from "@/lib/core/paths";
import type { EventCard as Card } from "@/lib/events/cards";
import { searchPath } from "@/lib/events/search/address";
import { everything, type SearchQuery } from "@/lib/events/search/input";
import { EventCard } from "./event-card";
import { FrontBlock } from "./front-block";

type Standings = Map<string, "approved" | "pending">;
type Near = { query: Pick<SearchQuery, "place" | "point" | "radius">; name: string; cards: Card[] } | null;

/** Around the member's own place, which they told in their settings. Null: they told none. */
export function FrontNear({ near, standings }: { near: Near; standings?: Standings }) {
  const t = useTranslations("front");
  if (!near) {
    return (
      <FrontBlock id="near" title={t("near.title")}>
        <p className="soft">
          {t.rich("near.untold", { a: (text) => <a href={`${paths.settings}#home`}>{text}</a> })}
        </p>
      </FrontBlock>
    );
  }
  const { query, name, cards } = near;
  const title = name ? t("near.titleOf", { name }) : t("near.title");
  const more = { href: searchPath({ ...everything, ...query }), label: t("near.more") };
  return (
    <FrontBlock id="near" title={title} more={cards.length > 0 ? more : undefined}>
      {cards.length > 0 ? (
        <Cards cards={cards} standings={standings} />
      ) : (
        <p className="soft">{t("near.empty", { radius: query.radius })}</p>
      )}
    </FrontBlock>
  );
}

/** What those announce whom the identity follows. Null: it follows nobody. */
export function FrontFollowed({ cards, standings }: { cards: Card[] | null; standings?: Standings }) {
  const t = useTranslations("front");
  const more = { href: paths.follows, label: t("followed.more") };
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

function Cards({ cards, standings }: { cards: Card[]; standings?: Standings }) {
  return (
    <div className="cards">
      {cards.map((card) => (
        <EventCard key={card.event.id} card={card} standing={standings?.get(card.event.id)} />
      ))}
    </div>
  );
}
