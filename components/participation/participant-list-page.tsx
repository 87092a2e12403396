import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import { invitationsPath, messagesPath } from "@/lib/core/participation-paths";
import { editEventPath, eventPath } from "@/lib/core/paths";
import { type ParticipantTab, participantTabs, statusOfTab } from "@/lib/participation/lists/input";
import type { ListedParticipant } from "@/lib/participation/lists/list";
import type { Tallies } from "@/lib/participation/lists/tally";
import { DecisionBulk } from "./decision-bulk";
import type { Decisions } from "./decision-buttons";
import type { Deciding } from "./decision-form";
import { DecisionNotice } from "./decision-notice";
import type { DecisionTold } from "./decision-told";
import { ParticipantList } from "./participant-list";
import { ParticipantListEmpty } from "./participant-list-empty";
import { ParticipantListFiles } from "./participant-list-files";
import { ParticipantListPlaces } from "./participant-list-places";
import { ParticipantListSearch } from "./participant-list-search";
import { type ParticipantView, tabPath } from "./participant-list-tabs";

type ParticipantsProps = {
  event: Event;
  /** As whom the reader decides. */
  acting: { name: string; handle: string };
  zone: string;
  /** Everybody, and those who are looked for. */
  tallies: { all: Tallies; found: Tallies };
  /** Places of those who are in, and of those who were offered one. */
  held: number;
  view: ParticipantView;
  participants: ListedParticipant[];
  questions: EventQuestion[];
  /** Ids of the identities whose pages the reader may open. */
  openable: Set<string>;
  decisions: Decisions;
  notice: string | null;
  decision: DecisionTold | null;
};

/** More than these do not fit on a screen: from here on one can search. */
const MANY = 10;

/** Who waits, who comes, who was refused: for those who host, who decide here. */
export function Participants(props: ParticipantsProps) {
  const { event, acting, tallies, held, view, participants, decisions } = props;
  const t = useTranslations("participants");
  const pathOf = (page: number) => tabPath(event.slug, view, page);
  const deciding = { as: acting.handle, back: pathOf(view.page) };
  const total = Object.values(tallies.all).reduce((sum, { people }) => sum + people, 0);
  return (
    <section className="section participant-page">
      <DecisionNotice
        {...deciding}
        {...props}
        eventId={event.id}
        undo={decisions.undo}
        signal={participants.map(({ id }) => id).join()}
      />
      <Head {...{ event, acting, view, isEmpty: total === 0 }} />
      <Tabs label={t("tabs")} tabs={tabsOf(props).map((tab) => ({ ...tab, label: t(tab.tab) }))} />
      <div className="grid gap-5">
        <ParticipantListPlaces event={event} tallies={tallies.all} held={held} />
        {(total > MANY || view.text) && <ParticipantListSearch slug={event.slug} view={view} />}
        {participants.length > 0 ? (
          <People {...props} deciding={deciding} />
        ) : (
          <ParticipantListEmpty view={view} slug={event.slug} isByApproval={event.joinMode === "approval"} />
        )}
      </div>
      <Pager page={view.page} pageCount={view.pageCount} hrefOf={pathOf} />
    </section>
  );
}

/** Those of this page, with what can be decided about them. */
function People({ deciding, ...props }: ParticipantsProps & { deciding: Deciding }) {
  const { event, held, tallies, view, decisions, participants, questions, openable, zone } = props;
  const room = {
    isCancelled: event.status === "cancelled",
    free: event.capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, event.capacity - held),
    canWait: event.waitlist !== "closed",
  };
  const { tab } = view;
  return (
    <FormTexts>
      <div className="participant-decisions">
        <DecisionBulk {...deciding} {...{ room, tab, eventId: event.id, decide: decisions.decide }} />
        <ParticipantList
          {...deciding}
          {...{ participants, questions, openable, zone, decisions, room, tab }}
          lineLength={tallies.all.waitlisted?.people ?? 0}
        />
      </div>
    </FormTexts>
  );
}

/** Where nobody is anyway is not offered, but for what most events have. */
function tabsOf({ event, tallies, view }: ParticipantsProps) {
  const usual: ParticipantTab[] = ["waiting", "going", "refused"];
  const hasLine = event.capacity !== null && event.waitlist !== "closed";
  return participantTabs
    .map((tab) => ({
      tab,
      href: tabPath(event.slug, { tab, text: view.text }),
      count: tallies.found[statusOfTab[tab]]?.people ?? 0,
      current: tab === view.tab,
      isOffered:
        usual.includes(tab) || (tab === "line" && hasLine) || tallies.all[statusOfTab[tab]] !== undefined,
    }))
    .filter(({ isOffered, current }) => isOffered || current);
}

type HeadProps = Pick<ParticipantsProps, "event" | "acting" | "view"> & { isEmpty: boolean };

function Head({ event, acting, view, isEmpty }: HeadProps) {
  const t = useTranslations("participants");
  const isOff = event.status === "cancelled";
  return (
    <>
      <p className="soft mb-2">
        <a href={eventPath(event.slug)}>{event.title}</a>
      </p>
      <div className="row between">
        <h1>{t("title")}</h1>
        <div className="row">
          {!isEmpty && <ParticipantListFiles slug={event.slug} view={view} />}
          {!isEmpty && <ButtonLink href={messagesPath(event.slug)}>{t("write")}</ButtonLink>}
          {!isOff && <ButtonLink href={invitationsPath(event.slug)}>{t("invite")}</ButtonLink>}
          {!isOff && <ButtonLink href={editEventPath(event.slug)}>{t("edit")}</ButtonLink>}
        </div>
      </div>
      <p className="soft small mt-1">{t("youDecideAs", { name: acting.name })}</p>
    </>
  );
}
