import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { FormAction } from "@/lib/web/form-state";
import { type Deciding, DecisionForm } from "./decision-form";
import type { ParticipantTab } from "./participant-list-tabs";

export type Decisions = { approve: FormAction; reject: FormAction };

type DecisionButtonsProps = Deciding & {
  tab: ParticipantTab;
  participationId: string;
  name: string;
  decisions: Decisions;
  /** Nobody can be let in: every place is taken, or the event is cancelled. */
  isClosed: boolean;
};

/** What can be decided about one person, depending on where they stand. */
export function DecisionButtons({ tab, name, decisions, isClosed, ...deciding }: DecisionButtonsProps) {
  const t = useTranslations("participants");
  if (tab === "going") return <TakeBack {...deciding} name={name} reject={decisions.reject} />;
  return (
    <>
      {!isClosed && (
        <DecisionForm
          {...deciding}
          kind="let-in"
          decide={decisions.approve}
          variant={tab === "waiting" ? "primary" : "plain"}
          said={t("letInName", { name })}
        >
          {tab === "waiting" ? t("letIn") : t("letInAgain")}
        </DecisionForm>
      )}
      {tab === "waiting" && (
        <DecisionForm
          {...deciding}
          kind="refuse"
          decide={decisions.reject}
          variant="plain"
          said={t("refuseName", { name })}
        >
          {t("refuse")}
        </DecisionForm>
      )}
    </>
  );
}

function TakeBack({
  name,
  reject,
  ...deciding
}: Deciding & { participationId: string; name: string; reject: FormAction }) {
  const t = useTranslations("participants");
  return (
    <Dialog
      opener={
        <>
          <span aria-hidden="true">{t("takeBack")}</span>
          <VisuallyHidden>{t("takeBackName", { name })}</VisuallyHidden>
        </>
      }
      title={t("takeBackTitle", { name })}
      className="take-back"
    >
      <p>{t("takeBackExplained", { name })}</p>
      <DecisionForm {...deciding} kind="refuse" decide={reject} variant="danger">
        {t("takeBackConfirm")}
      </DecisionForm>
    </Dialog>
  );
}
