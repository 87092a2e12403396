import type { ReactNode } from "react";
import { EventView } from "@/components/events/event-view";
import { canManageEvent } from "@/lib/events/policy";
import { eventJsonLd } from "@/lib/feeds/json-ld";
import { calendarEventOf } from "@/lib/feeds/of-event";
import { publicEventOf } from "@/lib/feeds/of-page";
import type { EventPage } from "@/lib/participation/event-page";
import { canSeeOnlineAddress } from "@/lib/participation/online-address";
import { JoinDock } from "./join-dock";
import { offerOf } from "./offer";
import { type Member, Panel } from "./panel";

type EventPageViewProps = {
  page: EventPage;
  now: Date;
  /** Ids of those who announce it whose pages the reader may open. */
  openable: Set<string>;
  /** Nobody: the page as it is kept for all visitors. */
  member?: Member;
  /** What people say about it, below. */
  comments?: ReactNode;
};

/** The whole event page, for visitors and for members. */
export function EventPageView({ page, now, openable, member, comments }: EventPageViewProps) {
  const { event, taken } = page;
  const offer = offerOf(event, taken, now);
  const calendarEvent = calendarEventOf(page);
  const isOnlineAddressPublic = canSeeOnlineAddress(event, null);
  return (
    <>
      <EventView
        {...page}
        now={now}
        openable={openable}
        readerZone={member?.reader.zone}
        showOnlineAddress={isOnlineAddressPublic || canSeeOnlineAddress(event, readerFacts(page, member))}
      >
        <Panel page={page} offer={offer} calendarEvent={calendarEvent} member={member} />
        {comments}
      </EventView>
      <JoinDock page={page} offer={offer} reader={member?.reader} />
      {!member && calendarEvent && (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every character escaped that HTML reads
          dangerouslySetInnerHTML={{
            __html: eventJsonLd(publicEventOf(calendarEvent, page, isOnlineAddressPublic)),
          }}
        />
      )}
    </>
  );
}

function readerFacts({ event }: EventPage, member: Member | undefined) {
  if (!member) return null;
  const statuses = member.reader.participations.map(({ status }) => status);
  const isOrganizer = member.reader.identities.some(({ id }) =>
    canManageEvent({ kind: "identity", actorId: id }, event),
  );
  return { isOrganizer, statuses };
}
