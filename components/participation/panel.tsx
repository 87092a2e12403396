import { useTranslations } from "next-intl";
import { CalendarMenu } from "@/components/events/calendar-menu";
import { ShareLinks } from "@/components/events/share-links";
import { PictureFailed } from "@/components/forms/picture-failed";
import type { CalendarEvent } from "@/lib/feeds/calendar-event";
import type { EventPage } from "@/lib/participation/event-page";
import { JoinElsewhere, OpenElsewhere } from "./join-elsewhere";
import type { ByMail } from "./mail-register";
import { type EventActions, MemberPanel } from "./member-panel";
import type { Offer } from "./offer";
import { OrganizerPanel } from "./organizer-panel";
import { Places } from "./places";
import { PlacesElsewhere } from "./places-elsewhere";
import { type EventReader, isOrganizer, managerOf, standingsOf } from "./reader";
import { VisitorPanel } from "./visitor-panel";

export type Member = { reader: EventReader; actions: EventActions };

type PanelProps = {
  page: EventPage;
  offer: Offer;
  calendarEvent: CalendarEvent | null;
  member?: Member;
  /** How visitors can answer without an account; null: not at all. */
  byMail: ByMail | null;
};

/** The one reason for which nobody joins an event that takes place all the same. */
const stillToCome = "event_without_joining";

/** The card beside the event with the one action that matters now, and ways to remember it and to tell others. */
export function Panel({ page, offer, calendarEvent, member, byMail }: PanelProps) {
  const t = useTranslations("joining");
  const { event, remote } = page;
  const isPublished = event.publishedAt !== null;
  const isToCome = isPublished && calendarEvent && (offer.kind !== "closed" || offer.reason === stillToCome);
  return (
    <section className="panel" aria-labelledby="take-part">
      <h2 id="take-part" className="text-step-1">
        {t(`title.${titleOf(page, offer, member?.reader)}`)}
      </h2>
      {remote && event.domain && <PlacesElsewhere remote={remote} host={event.domain} />}
      {!remote && isPublished && event.joinMode !== "none" && (
        <Places event={event} counts={page} isManaged={isManagedBy(member, event)} />
      )}
      <PanelBody page={page} offer={offer} member={member} byMail={byMail} />
      {isToCome && event.joinMode === "external" && <JoinElsewhere url={event.externalJoinUrl} />}
      {isToCome && remote && event.joinMode === "none" && <OpenElsewhere url={remote.url} />}
      {isToCome && <CalendarMenu slug={event.slug} event={calendarEvent} />}
      {isPublished && calendarEvent && (
        <ShareLinks slug={event.slug} url={calendarEvent.url} title={event.title} />
      )}
    </section>
  );
}

function isManagedBy(member: Member | undefined, event: EventPage["event"]): boolean {
  return member !== undefined && managerOf(member.reader, event) !== undefined;
}

function PanelBody({ page, offer, member, byMail }: Omit<PanelProps, "calendarEvent">) {
  if (!member) return <VisitorPanel page={page} offer={offer} byMail={byMail} />;
  const { reader, actions } = member;
  const isManaged = isOrganizer(reader, page.event);
  const mayJoin = !isManaged || (page.event.publishedAt && reader.identities.length > 1);
  return (
    <>
      {isManaged && (
        <OrganizerPanel
          event={page.event}
          waiting={reader.waiting}
          waitingComments={reader.waitingComments}
        />
      )}
      {isManaged && page.picture?.status === "failed" && <PictureFailed />}
      {mayJoin && <MemberPanel {...{ page, offer, reader, actions, isManaged }} />}
    </>
  );
}

function titleOfManaged(event: EventPage["event"], reader: EventReader) {
  if (!event.publishedAt) return "draft";
  return reader.proposed.id === event.organizerId ? "organizer" : "host";
}

function titleOf({ event, remote }: EventPage, offer: Offer, reader: EventReader | undefined) {
  if (reader && isOrganizer(reader, event)) return titleOfManaged(event, reader);
  const own = reader && standingsOf(reader).find(({ identity }) => identity.id === reader.proposed.id);
  if (own) return own.status;
  if (offer.kind !== "closed") return offer.kind;
  if (offer.reason !== stillToCome) return offer.reason;
  if (event.joinMode === "external") return "external";
  return remote ? "atHome" : offer.reason;
}
