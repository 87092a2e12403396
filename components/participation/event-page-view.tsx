import type { ReactNode } from "react";
import { EventView } from "@/components/events/event-view";
import { ReportLink } from "@/components/moderation/report-link";
import { canManageEvent } from "@/lib/events/policy";
import { eventJsonLd } from "@/lib/feeds/json-ld";
import { calendarEventOf } from "@/lib/feeds/of-event";
import { publicEventOf } from "@/lib/feeds/of-page";
import type { Face } from "@/lib/identities/queries";
import { canSeeAddress, visibleAddress } from "@/lib/participation/address";
import type { EventPage } from "@/lib/participation/event-page";
import { canSeeOnlineAddress } from "@/lib/participation/online-address";
import { JoinDock } from "./join-dock";
import type { ByMail } from "./mail-register";
import { MessagesRead } from "./messages-read";
import { offerOfPage } from "./offer-elsewhere";
import { type Member, Panel } from "./panel";
import { WhoComes } from "./who-comes";

type EventPageViewProps = {
  page: EventPage;
  now: Date;
  /** Ids of those who announce it whose pages the reader may open. */
  openable: Set<string>;
  /** Nobody: the page as it is kept for all visitors. */
  member?: Member;
  /** How visitors can answer without an account; null: not at all. */
  byMail: ByMail | null;
  /** Some of those who come, and whose pages the reader may open; null: not for this reader. */
  people: { faces: Face[]; openable: Set<string> } | null;
  /** What people say about it, below. */
  comments?: ReactNode;
  /** Other events that have something in common with it. */
  related?: ReactNode;
};

/** The whole event page, for visitors and for members. */
export function EventPageView({
  page,
  now,
  openable,
  member,
  byMail,
  people,
  comments,
  related,
}: EventPageViewProps) {
  const reader = readerFacts(page, member);
  const event = { ...page.event, ...visibleAddress({ ...page.event, place: page.place }, reader) };
  const told = { ...page, event };
  const offer = offerOfPage(told, now);
  const calendarEvent = calendarEventOf(told);
  const isOnlineAddressPublic = canSeeOnlineAddress(event, null);
  return (
    <>
      <EventView
        {...told}
        now={now}
        openable={openable}
        readerZone={member?.reader.zone}
        showOnlineAddress={isOnlineAddressPublic || canSeeOnlineAddress(event, reader)}
        showAddress={canSeeAddress(event, reader)}
        report={
          event.publishedAt &&
          !reader?.isOrganizer && <ReportLink kind="event" name={event.slug} what={event.title} />
        }
      >
        <Panel page={told} offer={offer} calendarEvent={calendarEvent} member={member} byMail={byMail} />
        {member?.reader.messages && (
          <MessagesRead messages={member.reader.messages} zone={member.reader.zone} />
        )}
        {people && <WhoComes {...people} event={event} going={page.going} />}
        {comments}
      </EventView>
      {related}
      <JoinDock page={told} offer={offer} reader={member?.reader} isOpenToMail={byMail !== null} />
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
