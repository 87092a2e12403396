import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormTexts } from "@/components/forms/form-texts";
import { FormPage } from "@/components/layout/form-page";
import { AnswerLinkOver } from "@/components/participation/answer-link-over";
import { MailAnswer } from "@/components/participation/mail-answer";
import { MailData } from "@/components/participation/mail-data";
import { Toast } from "@/components/ui/toast";
import { asLocale } from "@/lib/core/locale";
import { readMailAnswer } from "@/lib/web/answers-reading";
import { noticeOf } from "@/lib/web/notice";
import { answerMissing } from "@/lib/web/visitor/missing";
import { acceptByLinkAction, forgetByLinkAction, leaveByLinkAction, replyByLinkAction } from "./actions";

type Props = PageProps<"/m/[locale]/answers/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "byMail.page" });
  return { title: t("title"), referrer: "same-origin", robots: { index: false } };
}

const actions = {
  reply: replyByLinkAction,
  accept: acceptByLinkAction,
  leave: leaveByLinkAction,
  forget: forgetByLinkAction,
};

/**
 * Everything about the participation of somebody without an account here: for whoever has the link that was mailed to
 * them, or told to them on their own server.
 */
export default async function AnswerPage({ params, searchParams }: Props) {
  const { locale, token } = await params;
  setRequestLocale(asLocale(locale));
  const now = new Date();
  const found = await readMailAnswer(token, now);
  if (!found || (!found.page && found.participation.email === null)) {
    await answerMissing();
    return <AnswerLinkOver />;
  }
  const { page, ...rest } = found;
  const notice = <Toast message={await noticeOf(searchParams)} />;
  if (page) {
    return (
      <>
        {notice}
        <MailAnswer {...rest} page={page} now={now} token={token} actions={actions} />
      </>
    );
  }
  const t = await getTranslations("byMail.page");
  return (
    <FormTexts>
      <FormPage title={t("gone")} lead={t("goneText")}>
        <MailData event={null} token={token} forget={actions.forget} />
      </FormPage>
    </FormTexts>
  );
}
