import { useLocale, useTranslations } from "next-intl";
import type { Participation } from "@/db/schema/participations";

type MailWordsProps = { said: Pick<Participation, "adults" | "children" | "message"> };

/** What somebody said with their answer: whom they bring, and their note. */
export function MailWords({ said: { adults, children, message } }: MailWordsProps) {
  const t = useTranslations("joining");
  const page = useTranslations("byMail.page");
  const locale = useLocale();
  const who = [
    adults > 0 && t("adultsCount", { count: adults }),
    children > 0 && t("childrenCount", { count: children }),
  ].filter((words) => words !== false);
  return (
    <>
      {who.length > 0 && <p>{t("bringing", { who: new Intl.ListFormat(locale).format(who) })}</p>}
      {message && (
        <p className="soft">
          {page("wrote")} <q dir="auto">{message}</q>
        </p>
      )}
    </>
  );
}
