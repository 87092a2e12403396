import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Event } from "@/db/schema/events";
import { messagesPath, participantsPath, questionsPath } from "@/lib/core/participation-paths";
import { editEventPath, hostsPath } from "@/lib/core/paths";
import type { EventReader } from "./reader";

type OrganizerPanelProps = { event: Event } & Pick<EventReader, "waiting" | "waitingComments">;

/** What an identity that hosts the event does next: answer those who wait, else look after the event. */
export function OrganizerPanel({ event, waiting, waitingComments = 0 }: OrganizerPanelProps) {
  const t = useTranslations("joining.organizer");
  if (!event.publishedAt) {
    return (
      <>
        <p className="soft">{t(event.hostIds.length > 0 ? "sharedDraft" : "draft")}</p>
        <ButtonLink href={editEventPath(event.slug)} variant="primary" wide>
          {t("editDraft")}
        </ButtonLink>
        <HostsLink slug={event.slug} />
      </>
    );
  }
  return (
    <>
      {event.joinMode !== "none" && (
        <ButtonLink
          href={participantsPath(event.slug)}
          variant={waiting > 0 ? "primary" : "plain"}
          wide={waiting > 0}
        >
          <Icon name="people" size={20} />
          {waiting > 0 ? t("answer", { waiting }) : t("whoComes")}
        </ButtonLink>
      )}
      {waitingComments > 0 && (
        <ButtonLink href="#comments">
          <Icon name="waiting" size={20} />
          {t("waitingComments", { count: waitingComments })}
        </ButtonLink>
      )}
      {(event.joinMode === "free" || event.joinMode === "approval") && (
        <ButtonLink href={messagesPath(event.slug)}>
          <Icon name="mail" size={20} />
          {t("message")}
        </ButtonLink>
      )}
      <ButtonLink href={editEventPath(event.slug)}>
        <Icon name="pencil" size={20} />
        {t("edit")}
      </ButtonLink>
      {(event.joinMode === "free" || event.joinMode === "approval") && (
        <ButtonLink href={questionsPath(event.slug)}>
          <Icon name="question" size={20} />
          {t("questions")}
        </ButtonLink>
      )}
      <HostsLink slug={event.slug} />
    </>
  );
}

function HostsLink({ slug }: { slug: string }) {
  const t = useTranslations("joining.organizer");
  return (
    <ButtonLink href={hostsPath(slug)}>
      <Icon name="person" size={20} />
      {t("hosts")}
    </ButtonLink>
  );
}
