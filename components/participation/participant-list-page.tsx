import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { ButtonLink } from "@/components/ui/button";
import { FocusedNotice } from "@/components/ui/focused-notice";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Toast } from "@/components/ui/toast";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import { editEventPath, eventPath } from "@/lib/core/paths";
import type { Participant } from "@/lib/participation/queries";
import type { Decisions } from "./decision-buttons";
import { ParticipantList } from "./participant-list";
import { ParticipantListEmpty } from "./participant-list-empty";
import { ParticipantListPlaces } from "./participant-list-places";
import { type ParticipantTab, participantTabs, statusOfTab, tabPath } from "./participant-list-tabs";

type ParticipantsProps = {
  event: Event;
  /** As whom the reader decides. */
  acting: { name: string; handle: string };
  zone: string;
  counts: Partial<Record<Participation["status"], number>>;
  view: { tab: ParticipantTab; page: number; pageCount: number };
  participants: Participant[];
  /** Ids of the identities whose pages the reader may open. */
  openable: Set<string>;
  decisions: Decisions;
  notice: string | null;
};

/** Who waits, who comes, who was refused: for those who host, who decide here. */
export function Participants(props: ParticipantsProps) {
  const { event, acting, zone, counts, view, participants, openable, decisions, notice } = props;
  const t = useTranslations("participants");
  const taken = counts.approved ?? 0;
  const isCancelled = event.status === "cancelled";
  const isFull = event.capacity !== null && taken >= event.capacity;
  const pathOf = (page: number) => tabPath(event.slug, view.tab, page);
  return (
    <section className="section">
      {notice && (
        <FocusedNotice signal={participants.map(({ id }) => id).join()}>
          <Toast message={notice} />
        </FocusedNotice>
      )}
      <Head event={event} acting={acting} />
      <Tabs
        label={t("tabs")}
        tabs={participantTabs.map((tab) => ({
          href: tabPath(event.slug, tab),
          label: t(tab),
          count: counts[statusOfTab[tab]] ?? 0,
          current: tab === view.tab,
        }))}
      />
      <div className="grid gap-5">
        <ParticipantListPlaces
          slug={event.slug}
          capacity={event.capacity}
          taken={taken}
          isCancelled={isCancelled}
        />
        {participants.length > 0 ? (
          <FormTexts>
            <ParticipantList
              {...{ participants, openable, zone, decisions, tab: view.tab }}
              as={acting.handle}
              back={pathOf(view.page)}
              isClosed={isCancelled || isFull}
            />
          </FormTexts>
        ) : (
          <ParticipantListEmpty
            tab={view.tab}
            slug={event.slug}
            isByApproval={event.joinMode === "approval"}
          />
        )}
      </div>
      <Pager page={view.page} pageCount={view.pageCount} hrefOf={pathOf} />
    </section>
  );
}

function Head({ event, acting }: Pick<ParticipantsProps, "event" | "acting">) {
  const t = useTranslations("participants");
  return (
    <>
      <p className="soft mb-2">
        <a href={eventPath(event.slug)}>{event.title}</a>
      </p>
      <div className="row between">
        <h1>{t("title")}</h1>
        {event.status !== "cancelled" && (
          <ButtonLink href={editEventPath(event.slug)}>{t("edit")}</ButtonLink>
        )}
      </div>
      <p className="soft small mt-1">{t("youDecideAs", { name: acting.name })}</p>
    </>
  );
}
