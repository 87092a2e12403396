import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { demoMailPath, shownInvitePath, shownLetterPath } from "@/lib/core/demo-paths";
import { MailTime } from "./mail-time";

export type Letter = {
  id: string;
  to: string;
  subject: string;
  text: string;
  locale: string;
  date: Date;
  hasCalendar: boolean;
};

/** One mail as its reader would have got it. Its page stands in a frame that can run nothing. */
export function ShownMail({ id, to, subject, text, locale, date, hasCalendar }: Letter) {
  const t = useTranslations("demo.mail");
  return (
    <article className="shown-mail">
      <p className="small mt-5">
        <a href={demoMailPath}>{t("back")}</a>
      </p>
      <h1 className="text-step-2" lang={locale}>
        {subject}
      </h1>
      <p className="soft small">
        {t("to", { address: to })} · <MailTime date={date} />
      </p>
      {hasCalendar && (
        <p>
          <ButtonLink href={shownInvitePath(id)} small>
            <Icon name="calendarPlus" size={18} />
            {t("attachment", { name: "invite.ics" })}
          </ButtonLink>
        </p>
      )}
      <iframe
        title={t("letter", { subject })}
        src={shownLetterPath(id)}
        sandbox="allow-top-navigation-by-user-activation"
        referrerPolicy="no-referrer"
      />
      <details>
        <summary>{t("plain")}</summary>
        <pre lang={locale}>{text}</pre>
      </details>
    </article>
  );
}
