import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { facePath, paths } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";
import { AnnounceLink } from "./announce-link";
import { EventList } from "./event-list";
import { FeedLinks } from "./feed-links";
import { PastEvents } from "./past-events";

type AnnouncedByProps = {
  identity: { name: string; handle: string; domain: string | null; visibility: "public" | "participants" };
  isOwn: boolean;
  cards: EventCard[];
  past: EventCard[];
  page: number;
  pageCount: number;
  now: Date;
};

/** What one identity has announced, on its page: what is to come, and a little of what was. */
export function AnnouncedBy({ identity, isOwn, cards, past, page, pageCount, now }: AnnouncedByProps) {
  const path = facePath(identity);
  const hrefOf = (number: number) => (number === 1 ? path : `${path}?page=${number}`);
  return (
    <>
      {cards.length > 0 ? (
        <EventList cards={cards} now={now} />
      ) : (
        <NothingToCome identity={identity} isOwn={isOwn} />
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={hrefOf} />
      {past.length > 0 && <PastEvents cards={past} />}
      {identity.visibility === "public" && !identity.domain && (
        <FeedLinks of={{ kind: "identity", handle: identity.handle }} />
      )}
    </>
  );
}

function NothingToCome({ identity: { name, domain }, isOwn }: Pick<AnnouncedByProps, "identity" | "isOwn">) {
  const t = useTranslations("profile");
  return (
    <EmptyState
      title={t("empty.title")}
      icon="calendar"
      action={
        isOwn ? (
          <AnnounceLink label={t("empty.announce")} />
        ) : (
          <ButtonLink href={paths.front}>{t("empty.others")}</ButtonLink>
        )
      }
    >
      {isOwn ? t("empty.own") : t(domain ? "empty.elsewhere" : "empty.text", { name })}
    </EmptyState>
  );
}
