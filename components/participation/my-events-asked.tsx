import { HeldPlaces } from "@/components/events/held-places";
import type { HostAnswers } from "@/components/events/hosts-answer";
import { HostsInvitations } from "@/components/events/hosts-invitations";
import type { Invitation } from "@/lib/events/hosts/queries";
import type { Face } from "@/lib/identities/queries";
import type { OpenInvitation } from "@/lib/participation/invitations/queries";
import type { HeldPlace } from "@/lib/participation/my-events";
import { OpenInvitations } from "./invitations-open";
import type { InvitationAnswers } from "./invitations-reply";

type AskedProps = {
  identity: Face;
  /** The reader's own. */
  zone: string;
  asked: { places: HeldPlace[]; invitations: OpenInvitation[]; hostings: Invitation[] };
  answers: InvitationAnswers & HostAnswers;
};

/** What waits for a word of one identity, above its events: what ends soonest first. */
export function Asked({ identity, zone, asked, answers }: AskedProps) {
  return (
    <>
      <HeldPlaces places={asked.places} name={identity.name} zone={zone} />
      <OpenInvitations invitations={asked.invitations} identity={identity} answers={answers} />
      <HostsInvitations invitations={asked.hostings} identity={identity} answers={answers} />
    </>
  );
}
