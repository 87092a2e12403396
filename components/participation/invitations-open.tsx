import { useLocale, useTranslations } from "next-intl";
import { DateBlock } from "@/components/events/date-block";
import { FormTexts } from "@/components/forms/form-texts";
import { formatWhen } from "@/lib/core/dates/when";
import { addressOf, eventPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import type { OpenInvitation } from "@/lib/participation/invitations/queries";
import { type InvitationAnswers, InvitationReply } from "./invitations-reply";

type OpenInvitationsProps = {
  invitations: OpenInvitation[];
  /** Who was asked. */
  identity: Face;
  answers: InvitationAnswers;
};

/** What one identity was asked to come to, above its events; nothing where there is none. */
export function OpenInvitations({ invitations, identity, answers }: OpenInvitationsProps) {
  const t = useTranslations("inviting.open");
  if (invitations.length === 0) return null;
  return (
    <section className="grid gap-4 mt-5" aria-labelledby="invitations">
      <h2 id="invitations" className="text-step-1">
        {t("heading", { count: invitations.length })}
      </h2>
      <FormTexts>
        {invitations.map((invitation) => (
          <Invitation key={invitation.event.id} {...{ invitation, identity, answers }} />
        ))}
      </FormTexts>
    </section>
  );
}

type InvitationProps = Omit<OpenInvitationsProps, "invitations"> & { invitation: OpenInvitation };

function Invitation({ invitation, identity, answers }: InvitationProps) {
  const t = useTranslations("inviting.open");
  const locale = useLocale();
  const { event, inviter } = invitation;
  const { startsAt, endsAt, zone, placeName, domain } = event;
  const when = startsAt && formatWhen({ startsAt, endsAt, zone, locale });
  return (
    <section className="panel hosts-invitation" aria-labelledby={`invitation-${event.id}`}>
      <div className="headline">
        {startsAt && <DateBlock start={startsAt} end={endsAt} timeZone={zone} />}
        <div className="min-w-0">
          <h3 id={`invitation-${event.id}`} dir="auto" className="text-step-1">
            <a href={eventPath(event.slug)}>{event.title}</a>
          </h3>
          <p className="soft small">{[when, placeName, domain].filter(Boolean).join(" · ")}</p>
        </div>
      </div>
      <p>
        {t.rich(inviter ? "text" : "textGone", {
          inviter: inviter?.name ?? "",
          handle: inviter ? `@${addressOf(inviter)}` : "",
          name: identity.name,
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
      <InvitationReply {...{ invitation, identity, answers }} />
    </section>
  );
}
