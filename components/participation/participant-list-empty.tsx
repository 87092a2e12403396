import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { editEventPath, eventPath } from "@/lib/core/paths";
import { type ParticipantView, tabPath } from "./participant-list-tabs";

type ParticipantListEmptyProps = { view: ParticipantView; slug: string; isByApproval: boolean };

/** Nobody here: what that means, and what to do. */
export function ParticipantListEmpty({ view, slug, isByApproval }: ParticipantListEmptyProps) {
  const t = useTranslations("participants");
  const { tab, text } = view;
  if (text) {
    const all = <ButtonLink href={tabPath(slug, { tab, text: "" })}>{t("search.all")}</ButtonLink>;
    return (
      <EmptyState icon="search" title={t("search.nobody", { text })} action={all}>
        {t("search.nobodyText")}
      </EmptyState>
    );
  }
  if (tab === "waiting") return <NobodyWaits slug={slug} isByApproval={isByApproval} />;
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
  if (tab === "refused") return <EmptyState title={t("nobodyRefused")}>{t("nobodyRefusedText")}</EmptyState>;
  if (tab === "line") return <EmptyState title={t("nobodyInLine")}>{t("nobodyInLineText")}</EmptyState>;
  return <EmptyState title={t("nobodyHere")}>{t("nobodyHereText")}</EmptyState>;
}

function NobodyWaits({ slug, isByApproval }: Pick<ParticipantListEmptyProps, "slug" | "isByApproval">) {
  const t = useTranslations("participants");
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
