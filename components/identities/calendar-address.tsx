import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { ButtonForm } from "@/components/forms/button-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { FormAction } from "@/lib/web/form-state";

/** The secret address of a calendar, to be copied or opened. The browser's own selection does without scripts. */
export function CalendarAddress({ address }: { address: string }) {
  const t = useTranslations("privateCalendar");
  return (
    <>
      <TextInput
        id={`calendar${useId()}`}
        label={t("address")}
        defaultValue={address}
        readOnly
        autoComplete="off"
      />
      <p className="row small gap-x-4">
        <button type="button" className="link" data-copy={address} data-done={t("copied")}>
          <Icon name="link" size={18} />
          {t("copy")}
        </button>
        <a className="link" href={address.replace(/^https?:/, "webcal:")}>
          <Icon name="calendarPlus" size={18} />
          {t("open")}
        </a>
      </p>
    </>
  );
}

type MakeAddressProps = {
  renew: FormAction;
  /** Handle of the identity whose calendar it is; none for the one of the account. */
  as?: string;
  /** Said instead of the button's words where a list holds many that look the same. */
  said?: string;
};

export function MakeAddress({ renew, as, said }: MakeAddressProps) {
  const t = useTranslations("privateCalendar");
  return (
    <RenewForm renew={renew} as={as}>
      <Button type="submit">
        <Words said={said}>{t("make")}</Words>
      </Button>
    </RenewForm>
  );
}

/** Asks once: programs that use the present address get nothing more. */
export function RenewAddress({ renew, as, said, title }: MakeAddressProps & { title: string }) {
  const t = useTranslations("privateCalendar");
  return (
    <Dialog opener={<Words said={said}>{t("renew")}</Words>} title={title}>
      <p>{t("renewText")}</p>
      <RenewForm renew={renew} as={as} className="mt-4">
        <Button type="submit" variant="danger">
          {t("renewConfirm")}
        </Button>
      </RenewForm>
    </Dialog>
  );
}

function RenewForm({
  renew,
  as,
  className,
  children,
}: MakeAddressProps & { className?: string; children: ReactNode }) {
  return (
    <ButtonForm action={renew} className={className}>
      {as && <input type="hidden" name="as" value={as} />}
      {children}
    </ButtonForm>
  );
}

function Words({ said, children }: { said?: string; children: string }) {
  if (!said) return children;
  return (
    <>
      <span aria-hidden="true">{children}</span>
      <VisuallyHidden>{said}</VisuallyHidden>
    </>
  );
}
