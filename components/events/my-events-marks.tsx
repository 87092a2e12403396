import { useLocale, useTranslations } from "next-intl";
import { Chip, ChipLink } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { formatShortWhen } from "@/lib/core/dates/when";
import { participantsPath } from "@/lib/core/participation-paths";
import { copyEventPath, editEventPath, eventPath } from "@/lib/core/paths";
import type { EventCard } from "@/lib/events/cards";
import type { CardStanding } from "@/lib/participation/standings";
import type { MyEventTab } from "./my-events-tabs";

type MyEventMarksProps = {
  tab: MyEventTab;
  actorId: string;
  card: EventCard;
  waiting: number;
  /** Where the identity itself stands with it. */
  standing?: CardStanding;
  isPast: boolean;
};

const own = {
  approved: { key: "isGoing", tone: "going" },
  offered: { key: "isOffered", tone: "going" },
  waitlisted: { key: "isInLine", tone: "waiting" },
  pending: { key: "isWaiting", tone: "waiting" },
  maybe: { key: "isMaybe", tone: "plain" },
  rejected: { key: "isRefused", tone: "plain" },
  unheard: { key: "isUnheard", tone: "plain" },
} as const;

/** How the event stands for this identity, and what there is to do. */
export function MyEventMarks({ tab, actorId, card, waiting, standing, isPast }: MyEventMarksProps) {
  const t = useTranslations("myEvents");
  const locale = useLocale();
  const { event, organizer } = card;
  const isOwn = tab === "organizing" || tab === "drafts";
  const said = !isOwn && standing && event.status !== "cancelled" && !isPast ? own[standing] : null;
  return (
    <div className="row mt-2">
      {event.status === "cancelled" && <Chip tone="alert">{t("cancelled")}</Chip>}
      {tab === "organizing" && <Organizing card={card} waiting={waiting} isPast={isPast} />}
      {said && <Chip tone={said.tone}>{t(said.key)}</Chip>}
      {isOwn && organizer.id !== actorId && (
        <span className="soft small">{t("with", { name: organizer.name })}</span>
      )}
      {!isOwn && <span className="soft small">{t("by", { name: organizer.name })}</span>}
      {tab === "drafts" && (
        <>
          {event.heldAt && <Chip tone="waiting">{t("held")}</Chip>}
          {event.publishAt && (
            <Chip>
              {t("publishesAt", {
                time: formatShortWhen({ startsAt: event.publishAt, zone: event.zone, locale }),
              })}
            </Chip>
          )}
          <ChipLink href={editEventPath(event.slug)}>
            <Icon name="pencil" size={18} />
            {t("goOn")}
          </ChipLink>
          <ChipLink href={eventPath(event.slug)}>
            <Icon name="eye" size={18} />
            {t("preview")}
          </ChipLink>
        </>
      )}
    </div>
  );
}

function Organizing({
  card: { event, taken },
  waiting,
  isPast,
}: Pick<MyEventMarksProps, "card" | "waiting" | "isPast">) {
  const t = useTranslations("myEvents");
  const isOpen = event.status !== "cancelled" && !isPast;
  return (
    <>
      {waiting > 0 && (
        <ChipLink tone="waiting" href={`${participantsPath(event.slug)}?tab=waiting`}>
          <Icon name="waiting" size={18} />
          {t("waitFor", { count: waiting })}
        </ChipLink>
      )}
      {(event.joinMode !== "none" || taken > 0) && (
        <ChipLink href={`${participantsPath(event.slug)}?tab=going`}>
          <Icon name="people" size={18} />
          {event.capacity === null
            ? t("participants", { taken })
            : t("participantsOf", { taken, capacity: event.capacity })}
        </ChipLink>
      )}
      {isOpen && (
        <ChipLink href={editEventPath(event.slug)}>
          <Icon name="pencil" size={18} />
          {t("edit")}
        </ChipLink>
      )}
      {!isOpen && (
        <ChipLink href={copyEventPath(event.slug)}>
          <Icon name="calendar" size={18} />
          {t("again")}
        </ChipLink>
      )}
      {event.visibility === "unlisted" && <Chip>{t("unlisted")}</Chip>}
    </>
  );
}
