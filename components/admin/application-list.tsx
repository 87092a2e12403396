import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Applicant } from "@/lib/accounts/application-list";
import { dateText } from "@/lib/core/dates/date-text";
import type { FormAction } from "@/lib/web/form-state";

type ApplicationListProps = {
  applicants: Applicant[];
  /** The reader's own: in it they asked. */
  zone: string;
  admit: FormAction;
  turnDown: FormAction;
};

/** Those who wait to be let in, each with what they wrote. */
export function ApplicationList({ applicants, zone, admit, turnDown }: ApplicationListProps) {
  return (
    <ul className="list applications">
      {applicants.map((applicant) => (
        <li key={applicant.accountId}>
          <Who applicant={applicant} zone={zone} />
          <p className="application">{applicant.application}</p>
          <div className="row">
            <Admit applicant={applicant} admit={admit} />
            <TurnDown applicant={applicant} turnDown={turnDown} />
          </div>
        </li>
      ))}
    </ul>
  );
}

type Row = { applicant: Applicant };

function Who({ applicant: { name, handle, createdAt }, zone }: Row & { zone: string }) {
  const t = useTranslations("admin.applications");
  const date = dateText(createdAt, { zone, locale: useLocale(), style: "short", year: false });
  return (
    <p>
      <strong>{name ?? t("nameless")}</strong>{" "}
      <span className="soft small">
        {handle && `@${handle} · `}
        {t("asked", { date })}
      </span>
    </p>
  );
}

function Admit({ applicant: { accountId, name }, admit }: Row & { admit: FormAction }) {
  const t = useTranslations("admin.applications");
  return (
    <ActionForm action={admit} id={`admit-${accountId}`}>
      <input type="hidden" name="accountId" value={accountId} />
      <SubmitButton>
        {t("admit")}
        <VisuallyHidden>{name}</VisuallyHidden>
      </SubmitButton>
    </ActionForm>
  );
}

function TurnDown({ applicant: { accountId, name }, turnDown }: Row & { turnDown: FormAction }) {
  const t = useTranslations("admin.applications");
  const forms = useTranslations("forms");
  const who = name ?? t("nameless");
  return (
    <Dialog
      opener={
        <>
          {t("turnDown")}
          <VisuallyHidden>{name}</VisuallyHidden>
        </>
      }
      title={t("turnDownTitle", { name: who })}
    >
      <p>{t("turnDownExplained", { name: who })}</p>
      <ActionForm action={turnDown} id={`turn-down-${accountId}`}>
        <input type="hidden" name="accountId" value={accountId} />
        <TextAreaField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          optional={forms("optional")}
          maxLength={1000}
          rows={3}
        />
        <SubmitButton variant="danger">{t("turnDownConfirm")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
