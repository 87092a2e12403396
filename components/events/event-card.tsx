import { useLocale, useTranslations } from "next-intl";
import { Muted } from "@/components/identities/muted";
import { Chip } from "@/components/ui/chip";
import { formatTimes } from "@/lib/core/dates/when";
import { isoInZone } from "@/lib/core/dates/zone";
import { eventPath } from "@/lib/core/paths";
import type { EventCard as Card } from "@/lib/events/cards";
import { isOff } from "@/lib/events/rules";
import type { CardStanding } from "@/lib/participation/standings";
import { cardNote } from "./card-note";
import { Cover } from "./cover";
import { coverPicture } from "./cover-picture";
import { DateBlock } from "./date-block";
import { OriginNote } from "./event-origin";

type EventCardProps = {
  card: Card;
  /** Where the reader stands with it. */
  standing?: CardStanding;
};

/** One event in a list; the whole card is its link. */
export function EventCard({ card, standing }: EventCardProps) {
  const face = <CardFace card={card} standing={standing} />;
  return card.mutedWord ? <Muted word={card.mutedWord}>{face}</Muted> : face;
}

function CardFace({ card: { event, picture, taken }, standing }: EventCardProps) {
  const t = useTranslations("events");
  const note = cardNote(event, taken, standing);
  const place = event.placeName || event.placeAddress || (event.onlineUrl && t("online"));
  return (
    <article className="card h-event">
      <Cover
        seed={event.slug}
        category={event.category}
        picture={coverPicture(picture, event)}
        sizes="(max-width: 47.5rem) 100vw, 22rem"
      />
      <div className="card-body">
        {event.startsAt && (
          <DateBlock start={event.startsAt} end={event.endsAt} timeZone={event.zone} isOff={isOff(event)} />
        )}
        <h3>
          <a className="u-url p-name" href={eventPath(event.slug)}>
            {event.title || t("untitled")}
          </a>
        </h3>
        <div className="card-facts">
          <CardTimes event={event} />
          {place && <span className="p-location">{place}</span>}
          <OriginNote host={event.domain} />
        </div>
        {note && (
          <p className="row">
            <Chip tone={note.tone}>{t(`note.${note.key}`, { left: note.left })}</Chip>
          </p>
        )}
      </div>
    </article>
  );
}

function CardTimes({ event: { startsAt, endsAt, zone } }: Pick<Card, "event">) {
  const locale = useLocale();
  if (!startsAt) return null;
  return (
    <time className="dt-start" dateTime={isoInZone(startsAt, zone)}>
      {formatTimes({ startsAt, endsAt, zone, locale })}
    </time>
  );
}
