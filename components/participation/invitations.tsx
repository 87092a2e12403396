import "@/components/events/hosts.css";
import { useTranslations } from "next-intl";
import { TakeInvitationBack } from "@/components/events/hosts-changes";
import { HostRow } from "@/components/events/hosts-row";
import { FormTexts } from "@/components/forms/form-texts";
import { Chip, type ChipTone } from "@/components/ui/chip";
import type { Event } from "@/db/schema/events";
import { participantsPath } from "@/lib/core/participation-paths";
import { eventPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import type { Invited } from "@/lib/participation/invitations/queries";
import type { FormAction } from "@/lib/web/form-state";
import { InvitePerson } from "./invitations-ask";

type InvitationsProps = {
  event: Event;
  /** As whom the reader asks. */
  acting: Face;
  invited: Invited[];
  /** Ids of the identities whose pages the reader may open. */
  openable: Set<string>;
  now: Date;
  actions: { invite: FormAction; takeBack: FormAction };
};

/** Whom hosts asked to come, and what they answered. */
export function Invitations({ event, acting, invited, openable, now, actions }: InvitationsProps) {
  const t = useTranslations("inviting");
  return (
    <section className="section">
      <p className="soft mb-2">
        <a href={eventPath(event.slug)}>{event.title}</a>
      </p>
      <h1>{t("title")}</h1>
      <p className="soft mt-1 mb-5 max-w-xl">
        {t.rich("lead", { link: (words) => <a href={participantsPath(event.slug)}>{words}</a> })}
      </p>
      <FormTexts>
        <InvitePerson {...{ event, acting, now }} asked={invited.length} invite={actions.invite} />
        {invited.length > 0 && (
          <h2 id="invited" className="text-step-1 mt-8 mb-3">
            {t("count", { count: invited.length })}
          </h2>
        )}
        {invited.length > 0 && (
          <ul className="list hosts" aria-labelledby="invited">
            {invited.map(({ face, status }) => (
              <HostRow
                key={face.id}
                face={face}
                isOpen={openable.has(face.id)}
                isNameKept={!status}
                chip={<Chip tone={toneOf(status)}>{t(`state.${status ?? "open"}`)}</Chip>}
              >
                {(!status || status === "left") && (
                  <TakeInvitationBack {...{ event, acting, face }} action={actions.takeBack} />
                )}
              </HostRow>
            ))}
          </ul>
        )}
      </FormTexts>
    </section>
  );
}

function toneOf(status: Invited["status"]): ChipTone {
  if (status === "approved" || status === "offered") return "going";
  return status === null || status === "pending" || status === "waitlisted" ? "waiting" : "plain";
}
