import { useLocale, useTranslations } from "next-intl";
import { OlderLink } from "@/components/moderation/older-link";
import { SettingsSection } from "@/components/settings/settings-section";
import { paths } from "@/lib/core/paths";
import type { MailCounts, UnsentMail } from "@/lib/mail/administration/list";
import type { FormAction } from "@/lib/web/form-state";
import { MailRow } from "./mail-row";
import { TestMail } from "./test-mail";

type MailsProps = {
  mail: {
    counts: MailCounts;
    unsent: { mails: UnsentMail[]; hasMore: boolean };
    way: "smtp" | "resend" | "file" | "shown";
  };
  page: { mail?: string | undefined };
  /** The reader's own. */
  zone: string;
  actions: Record<"retryMail" | "dropMail" | "testMail", FormAction>;
};

const wentOf = {
  smtp: "mail.went",
  resend: "mail.went",
  file: "mail.written",
  shown: "mail.wentToPage",
} as const;

/** How mail goes, whether it does, and what has not gone. */
export function Mails({ mail: { counts, unsent, way }, page, zone, actions }: MailsProps) {
  const t = useTranslations("admin.jobs");
  const locale = useLocale();
  const { mails, hasMore } = unsent;
  const { sent, waiting, refused, isMore } = counts;
  const first = page.mail ? { href: `${paths.jobs}#mail`, text: t("newest") } : null;
  const older = hasMore ? { href: `${paths.jobs}?mail=${mails.at(-1)?.id}#mail`, text: t("older") } : null;
  return (
    <SettingsSection id="mail" title={t("mail.title")} lead={t(`mail.way.${way}`)}>
      <p>
        {t("mail.lastDay", { sent, waiting, refused })}{" "}
        {Object.values(isMore).includes(true) && t("mail.isMore")}
      </p>
      <TestMail
        action={actions.testMail}
        locale={locale}
        texts={{
          button: t("mail.test"),
          hint: t("mail.testHint"),
          went: t(wentOf[way]),
          wentNot: t("mail.wentNot"),
        }}
      />
      <h3>{t("mail.unsent")}</h3>
      {mails.length === 0 && <p className="soft">{t("mail.nothing")}</p>}
      {mails.length > 0 && (
        <ul className="list servers">
          {mails.map((mail) => (
            <li key={mail.id}>
              <MailRow mail={mail} zone={zone} actions={actions} />
            </li>
          ))}
        </ul>
      )}
      <OlderLink label={t("olderMails")} first={first} older={older} />
    </SettingsSection>
  );
}
