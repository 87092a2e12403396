import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { editEventPath, eventPath } from "@/lib/core/paths";
import type { ParticipantTab } from "./participant-list-tabs";

type ParticipantListEmptyProps = { tab: ParticipantTab; slug: string; isByApproval: boolean };

/** Nobody here: what that means, and what to do. */
export function ParticipantListEmpty({ tab, slug, isByApproval }: ParticipantListEmptyProps) {
  const t = useTranslations("participants");
  if (tab === "refused") {
    return <EmptyState title={t("nobodyRefused")}>{t("nobodyRefusedText")}</EmptyState>;
  }
  if (tab === "going") {
    return (
      <EmptyState
        icon="people"
        title={t("nobodyGoes")}
        action={<ButtonLink href={eventPath(slug)}>{t("seeEvent")}</ButtonLink>}
      >
        {t("nobodyGoesText")}
      </EmptyState>
    );
  }
  if (isByApproval) return <EmptyState title={t("nobodyWaits")}>{t("nobodyWaitsApproval")}</EmptyState>;
  return (
    <EmptyState
      title={t("nobodyWaits")}
      action={<ButtonLink href={editEventPath(slug)}>{t("changeJoining")}</ButtonLink>}
    >
      {t("nobodyWaitsFree")}
    </EmptyState>
  );
}
