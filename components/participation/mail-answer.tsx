import { useTranslations } from "next-intl";
import { DateBlock } from "@/components/events/date-block";
import { EventBanner } from "@/components/events/event-banner";
import { EventFacts } from "@/components/events/event-facts";
import { FormTexts } from "@/components/forms/form-texts";
import type { EventQuestion } from "@/db/schema/event-questions";
import type { Participation } from "@/db/schema/participations";
import { eventPath } from "@/lib/core/paths";
import { canSeeAddress, visibleAddress } from "@/lib/participation/address";
import type { ReadAnnouncement } from "@/lib/participation/announcements/queries";
import type { EventPage } from "@/lib/participation/event-page";
import { canSeeOnlineAddress } from "@/lib/participation/online-address";
import type { OwnReply } from "@/lib/participation/own-reply";
import type { FormAction } from "@/lib/web/form-state";
import { MailData } from "./mail-data";
import { MailStanding } from "./mail-standing";
import { MessagesRead } from "./messages-read";

export type MailActions = Record<"reply" | "accept" | "leave" | "forget", FormAction>;

type MailAnswerProps = {
  page: EventPage;
  now: Date;
  token: string;
  participation: Participation;
  own: OwnReply;
  questions: EventQuestion[];
  messages: ReadAnnouncement[];
  actions: MailActions;
};

/** All that somebody without an account has to do with one event: theirs alone. */
export function MailAnswer({ page, now, participation, messages, ...given }: MailAnswerProps) {
  const t = useTranslations("byMail.page");
  const reader = { isOrganizer: false, statuses: [participation.status] };
  const event = { ...page.event, ...visibleAddress({ ...page.event, place: page.place }, reader) };
  return (
    <FormTexts>
      <div className="event">
        <article>
          <EventBanner event={event} now={now} />
          <div className="headline">
            {event.startsAt && <DateBlock start={event.startsAt} end={event.endsAt} timeZone={event.zone} />}
            <div>
              <p className="soft">{t("title")}</p>
              <h1 dir="auto" className="text-step-2">
                {event.title}
              </h1>
            </div>
          </div>
          <EventFacts
            event={event}
            place={page.place}
            contacts={page.contacts}
            readerZone={participation.zone ?? event.zone}
            showOnlineAddress={canSeeOnlineAddress(event, reader)}
            showAddress={canSeeAddress(event, reader)}
          />
          <MessagesRead messages={messages} zone={participation.zone ?? event.zone} />
          <p>
            <a href={eventPath(event.slug)}>{t("event")}</a>
          </p>
        </article>
        <MailStanding page={{ ...page, event }} now={now} participation={participation} {...given} />
        {participation.email !== null && (
          <MailData event={event} token={given.token} forget={given.actions.forget} />
        )}
      </div>
    </FormTexts>
  );
}
