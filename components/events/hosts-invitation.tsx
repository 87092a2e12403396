import "./hosts.css";
import { useLocale, useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { formatWhen } from "@/lib/core/dates/when";
import { eventPath } from "@/lib/core/paths";
import type { Invitation } from "@/lib/events/hosts/queries";
import type { Face } from "@/lib/identities/queries";
import { DateBlock } from "./date-block";
import { type HostAnswers, HostsAnswer } from "./hosts-answer";

type HostsInvitationProps = {
  invitation: Invitation;
  identity: Face;
  answers: HostAnswers;
  /** Of its heading. */
  level?: 2 | 3;
};

/** What one of the reader's identities was asked to host, and the answer. */
export function HostsInvitation({ invitation, identity, answers, level = 2 }: HostsInvitationProps) {
  const t = useTranslations("hosts.invitation");
  const { event, organizer, status } = invitation;
  const title = event.title || t("untitled");
  const Heading = `h${level}` as const;
  return (
    <section className="panel hosts-invitation" aria-labelledby={`hosting-${event.id}-${identity.id}`}>
      <div className="headline">
        {event.startsAt && <DateBlock start={event.startsAt} end={event.endsAt} timeZone={event.zone} />}
        <div className="min-w-0">
          <Heading id={`hosting-${event.id}-${identity.id}`} className="text-step-1">
            {event.publishedAt ? <a href={eventPath(event.slug)}>{title}</a> : title}
          </Heading>
          <When event={event} />
        </div>
      </div>
      <p>
        {t.rich(status === "declined" ? "declined" : "text", {
          organizer: organizer.name,
          handle: organizer.handle,
          name: identity.name,
          strong: (words) => <strong>{words}</strong>,
        })}
      </p>
      <p className="soft small">{t("whatItMeans")}</p>
      <FormTexts>
        <HostsAnswer invitation={invitation} identity={identity} answers={answers} />
      </FormTexts>
    </section>
  );
}

function When({ event: { startsAt, endsAt, zone, placeName } }: Pick<Invitation, "event">) {
  const locale = useLocale();
  const t = useTranslations("myEvents");
  const when = startsAt ? formatWhen({ startsAt, endsAt, zone, locale }) : t("noTime");
  return <p className="soft small">{[when, placeName].filter(Boolean).join(" · ")}</p>;
}
