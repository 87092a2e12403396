import "./hosts.css";
import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { Chip } from "@/components/ui/chip";
import type { Event } from "@/db/schema/events";
import type { Asked } from "@/lib/events/hosts/queries";
import { canOwnEvent } from "@/lib/events/policy";
import type { Face } from "@/lib/identities/queries";
import { HandOver, RemoveHost, StopHosting, TakeInvitationBack } from "./hosts-changes";
import { type HostChanges, InviteHost } from "./hosts-invite";
import { HostRow } from "./hosts-row";

type HostsProps = {
  event: Event;
  organizer: Face;
  hosts: Face[];
  asked: Asked[];
  /** As whom the reader manages the event. */
  acting: Face;
  /** Ids of the identities whose pages the reader may open. */
  openable: Set<string>;
  changes: HostChanges;
};

/** Who looks after the event, who was asked to, and what the reader may change about it. */
export function Hosts({ event, organizer, hosts, asked, acting, openable, changes }: HostsProps) {
  const t = useTranslations("hosts");
  const isOwner = canOwnEvent({ kind: "identity", actorId: acting.id }, event);
  const about = { event, acting };
  return (
    <FormTexts>
      <ul className="list hosts">
        <HostRow face={organizer} isOpen={openable.has(organizer.id)} chip={<Chip>{t("organizes")}</Chip>} />
        {hosts.map((face) => (
          <HostRow key={face.id} face={face} isOpen={openable.has(face.id)}>
            {isOwner && <HandOver {...about} face={face} action={changes.handOver} />}
            {isOwner && <RemoveHost {...about} face={face} action={changes.remove} />}
            {face.id === acting.id && <StopHosting {...about} organizer={organizer} action={changes.leave} />}
          </HostRow>
        ))}
        {asked.map(({ face, status }) => (
          <HostRow
            key={face.id}
            face={face}
            isOpen={openable.has(face.id)}
            isNameKept
            chip={<Chip tone={status === "invited" ? "waiting" : "plain"}>{t(status)}</Chip>}
          >
            {isOwner && status === "invited" && (
              <TakeInvitationBack {...about} face={face} action={changes.remove} />
            )}
          </HostRow>
        ))}
      </ul>
      <InviteHost {...about} taken={hosts.length + countInvited(asked)} invite={changes.invite} />
    </FormTexts>
  );
}

function countInvited(asked: Asked[]): number {
  return asked.filter(({ status }) => status === "invited").length;
}
