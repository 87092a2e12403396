import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { momentText } from "@/lib/core/dates/ago";
import type { UnsentMail } from "@/lib/mail/administration/list";
import type { FormAction } from "@/lib/web/form-state";

type MailRowProps = {
  mail: UnsentMail;
  zone: string;
  actions: Record<"retryMail" | "dropMail", FormAction>;
};

/** A mail that has not gone: about what, and to which server of mail. */
export function MailRow({ mail, zone, actions }: MailRowProps) {
  const t = useTranslations("admin.jobs");
  const locale = useLocale();
  const { id, kind, to, createdAt, error, nextAt } = mail;
  const state = error === "" ? "isNew" : nextAt ? "isTriedAgain" : "isGivenUp";
  const on = (at: Date) => momentText(at, { zone, locale });
  return (
    <>
      <p>
        <strong>{to}</strong>{" "}
        <Chip tone={state === "isGivenUp" ? "alert" : "waiting"}>{t(`mail.${state}`)}</Chip>
      </p>
      <p className="soft small">
        {[kind, on(createdAt), error && nextAt && t("nextAt", { moment: on(nextAt) })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {error && (
        <p className="work-error">
          <code>{error}</code>
        </p>
      )}
      <div className="row">
        <ActionForm action={actions.retryMail} id={`retry-mail-${id}`}>
          <input type="hidden" name="mailId" value={id} />
          <SubmitButton variant="plain" small>
            {t("retry")} <VisuallyHidden>{to}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
        <DropMail id={id} to={to} drop={actions.dropMail} />
      </div>
    </>
  );
}

function DropMail({ id, to, drop }: { id: string; to: string; drop: FormAction }) {
  const t = useTranslations("admin.jobs");
  return (
    <Dialog
      opener={
        <>
          {t("drop")} <VisuallyHidden>{to}</VisuallyHidden>
        </>
      }
      variant="quiet"
      small
      title={t("mail.dropTitle", { to })}
    >
      <p>{t("mail.dropText")}</p>
      <ActionForm action={drop} id={`drop-mail-${id}`}>
        <input type="hidden" name="mailId" value={id} />
        <SubmitButton variant="danger">{t("dropConfirm")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
