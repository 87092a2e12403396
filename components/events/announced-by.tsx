import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";
import { EventList } from "./event-list";

/** What one identity has announced and is to come, on its page. */
export function AnnouncedBy({
  name,
  isOwn,
  ...list
}: {
  name: string;
  isOwn: boolean;
  cards: EventCard[];
  now: Date;
}) {
  const t = useTranslations("profile");
  if (list.cards.length > 0) return <EventList {...list} />;
  return (
    <EmptyState
      title={t("empty.title")}
      icon="calendar"
      action={
        isOwn ? (
          <ButtonLink href={paths.newEvent} variant="primary">
            {t("empty.announce")}
          </ButtonLink>
        ) : (
          <ButtonLink href={paths.front}>{t("empty.others")}</ButtonLink>
        )
      }
    >
      {isOwn ? t("empty.own") : t("empty.text", { name })}
    </EmptyState>
  );
}
