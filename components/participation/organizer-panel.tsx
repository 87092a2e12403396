import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Event } from "@/db/schema/events";
import { editEventPath, participantsPath } from "@/lib/core/paths";

/** What the identity that announced the event does next: answer those who wait, else look after the event. */
export function OrganizerPanel({ event, waiting }: { event: Event; waiting: number }) {
  const t = useTranslations("joining.organizer");
  if (!event.publishedAt) {
    return (
      <>
        <p className="soft">{t("draft")}</p>
        <ButtonLink href={editEventPath(event.slug)} variant="primary" wide>
          {t("editDraft")}
        </ButtonLink>
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
      <ButtonLink href={editEventPath(event.slug)}>
        <Icon name="pencil" size={20} />
        {t("edit")}
      </ButtonLink>
    </>
  );
}
