import { useTranslations } from "next-intl";
import type { Invitation } from "@/lib/events/hosts/queries";
import type { Face } from "@/lib/identities/queries";
import type { HostAnswers } from "./hosts-answer";
import { HostsInvitation } from "./hosts-invitation";

type HostsInvitationsProps = { invitations: Invitation[]; identity: Face; answers: HostAnswers };

/** What one identity was asked to host, above its events; nothing where there is none. */
export function HostsInvitations({ invitations, identity, answers }: HostsInvitationsProps) {
  const t = useTranslations("hosts.invitation");
  if (invitations.length === 0) return null;
  return (
    <section className="grid gap-4 mt-5" aria-labelledby="hosting">
      <h2 id="hosting" className="text-step-1">
        {t("heading", { count: invitations.length })}
      </h2>
      {invitations.map((invitation) => (
        <HostsInvitation
          key={invitation.event.id}
          invitation={invitation}
          identity={identity}
          answers={answers}
          level={3}
        />
      ))}
    </section>
  );
}
