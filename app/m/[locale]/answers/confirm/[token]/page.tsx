import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { AnswerLinkOver } from "@/components/participation/answer-link-over";
import { MailWords } from "@/components/participation/mail-words";
import { formatWhen } from "@/lib/core/dates/when";
import { asLocale } from "@/lib/core/locale";
import { getEvent } from "@/lib/events/queries";
import { findToConfirm } from "@/lib/participation/by-mail/confirm";
import { answerPath } from "@/lib/participation/by-mail/link";
import { requestContext } from "@/lib/web/context";
import { answerMissing } from "@/lib/web/visitor/missing";
import { confirmAnswerAction } from "./actions";

type Props = PageProps<"/m/[locale]/answers/confirm/[token]">;

export const metadata: Metadata = { referrer: "same-origin", robots: { index: false } };

/** Asks for a click: mail scanners follow links, and would say for anybody that the address is theirs. */
export default async function ConfirmAnswerPage({ params }: Props) {
  const { token, ...rest } = await params;
  const locale = asLocale(rest.locale);
  setRequestLocale(locale);
  const ctx = await requestContext();
  const found = await findToConfirm(ctx, token);
  if (!found) {
    await answerMissing();
    return <AnswerLinkOver />;
  }
  if (found.status !== "unconfirmed") redirect(answerPath(found.id));
  const t = await getTranslations("byMail.confirm");
  const { title, startsAt, endsAt, zone } = await getEvent(ctx.db, found.eventId);
  const answer =
    found.statusBefore === "maybe" || found.statusBefore === "declined" ? found.statusBefore : "going";
  return (
    <FormPage title={t("title")} lead={t(answer)}>
      <p>
        <strong dir="auto" className="block">
          {title}
        </strong>
        {startsAt && formatWhen({ startsAt, endsAt, zone, locale })}
      </p>
      {found.name && <p>{t("name", { name: found.name })}</p>}
      <MailWords said={found} />
      <FormTexts>
        <ActionForm action={confirmAnswerAction} id="confirm">
          <input type="hidden" name="token" value={token} />
          <SubmitButton wide>{t("button")}</SubmitButton>
        </ActionForm>
      </FormTexts>
      <p className="soft small">{t("notMe")}</p>
    </FormPage>
  );
}
