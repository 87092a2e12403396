import { useTranslations } from "next-intl";
import { paths } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";
import { CalendarAddress, MakeAddress, RenewAddress } from "./calendar-address";

type CombinedCalendarProps = {
  /** Null: none was made yet. */
  address: string | null;
  renew: FormAction;
};

/** All identities of the account in one calendar, which is why nobody else may have its address. */
export function CombinedCalendar({ address, renew }: CombinedCalendarProps) {
  const t = useTranslations("privateCalendar.combined");
  return (
    <section id="calendar" className="panel mt-7 max-w-2xl" aria-labelledby="calendar-title">
      <h2 id="calendar-title" className="text-step-1">
        {t("title")}
      </h2>
      <p className="soft">{t("lead")}</p>
      {address && <CalendarAddress address={address} />}
      <div className="row between">
        {address ? <RenewAddress renew={renew} title={t("renewTitle")} /> : <MakeAddress renew={renew} />}
        <p className="small">
          {t.rich("one", { link: (words) => <a href={`${paths.myIdentities}#calendars`}>{words}</a> })}
        </p>
      </div>
    </section>
  );
}
