import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { FormAction } from "@/lib/web/form-state";
import { CalendarAddress, MakeAddress, RenewAddress } from "./calendar-address";

type Calendar = {
  handle: string;
  name: string;
  picture: { src: string; srcSet?: string } | null;
  /** Null: none was made yet. */
  address: string | null;
};

/** The private calendars of one account's identities, each with an address that says nothing of the others. */
export function CalendarList({ calendars, renew }: { calendars: Calendar[]; renew: FormAction }) {
  const t = useTranslations("privateCalendar");
  return (
    <section id="calendars" className="mt-7">
      <h2 className="text-step-1">{t("title")}</h2>
      <p className="soft mt-2 mb-5 max-w-[60ch]">{t("lead")}</p>
      <ul className="list">
        {calendars.map(({ handle, name, picture, address }) => (
          <li key={handle} className="items-start">
            <Avatar name={name} picture={picture} />
            <div className="grid gap-2">
              <p>
                <strong>{name}</strong> <span className="soft small">@{handle}</span>
              </p>
              {address ? <CalendarAddress address={address} /> : <p className="soft small">{t("none")}</p>}
            </div>
            {address ? (
              <RenewAddress
                renew={renew}
                as={handle}
                said={t("renewFor", { name })}
                title={t("renewTitle", { name })}
              />
            ) : (
              <MakeAddress renew={renew} as={handle} said={t("makeFor", { name })} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
