import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { FormTexts } from "@/components/forms/form-texts";
import { editEventPath } from "@/lib/core/paths";
import type { EventPage } from "@/lib/participation/event-page";
import { Join } from "./join";
import { isOpenOffer, type Offer } from "./offer";
import { OfferText } from "./offer-text";
import type { OwnActions } from "./own-standing";
import { OwnStandings } from "./own-standings";
import { candidatesOf, type EventReader, managerOf, standingsOf } from "./reader";

/** What a member can do about an event; those who answered already, too. */
export type EventActions = OwnActions;

type MemberPanelProps = {
  page: EventPage;
  offer: Offer;
  reader: EventReader;
  actions: EventActions;
  /** Above it stands what the organiser does: what is left is for the reader's other identities. */
  isManaged: boolean;
};

/** What a member can do: answer under an identity of their choice, change that, leave, or read why not. */
export function MemberPanel({ page, offer, reader, actions, isManaged }: MemberPanelProps) {
  const { event, organizer } = page;
  const { questions, zone } = reader;
  const t = useTranslations("joining");
  const standings = standingsOf(reader);
  const candidates = candidatesOf(reader, event);
  const canChange = offer.kind !== "closed" || offer.reason === "event_without_joining";
  const manager = isManaged ? undefined : managerOf(reader, event);
  // No way round a refusal is proposed, though nobody can tell that two identities are one person.
  const isRefused = standings.some(({ status }) => status === "rejected");
  const about = { event, organizer: organizer.name, questions };
  const guest = candidates.find(({ id }) => reader.invited?.includes(id));
  const join = isOpenOffer(offer) && candidates.length > 0 && !isRefused && (
    <>
      {guest && <YouAreInvited name={guest.name} isLetIn={!event.domain && event.joinMode === "approval"} />}
      <Join {...about} offer={offer} candidates={candidates} reply={actions.reply} />
    </>
  );
  const hasForms = join || (canChange && standings.length > 0);
  const Frame = hasForms ? FormTexts : Fragment;
  return (
    <Frame>
      {standings.length > 0 && (
        <OwnStandings {...{ ...about, standings, offer, zone }} actions={canChange ? actions : undefined} />
      )}
      {standings.length === 0 && !isManaged && <OfferText offer={offer} />}
      {join &&
        (standings.length === 0 && !isManaged ? (
          join
        ) : (
          <details className="more">
            <summary>{t("asAnother")}</summary>
            {join}
          </details>
        ))}
      {manager && (
        <p className="soft small">
          {t.rich(manager.id === event.organizerId ? "onlyOrganizer" : "onlyHost", {
            name: manager.name,
            link: (words) => <a href={editEventPath(event.slug)}>{words}</a>,
          })}
        </p>
      )}
    </Frame>
  );
}

/** Whoever was asked waits for nobody's decision, whatever the button says to others. */
function YouAreInvited({ name, isLetIn }: { name: string; isLetIn: boolean }) {
  const t = useTranslations("inviting.here");
  return (
    <p>{t.rich(isLetIn ? "letIn" : "invited", { name, strong: (words) => <strong>{words}</strong> })}</p>
  );
}
