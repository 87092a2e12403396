import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";
import { SignInInstead } from "./sign-in-instead";

const words = {
  closed: "closed",
  invitation_only: "invitationOnly",
  invitation_ended: "invitationEnded",
} as const;

/** Why one cannot make an account here, and what one can do instead. */
export function NoSignUp({ reason, children }: { reason: keyof typeof words; children?: ReactNode }) {
  const t = useTranslations("accounts");
  return (
    <FormPage title={t(`${words[reason]}Title`)} after={<SignInInstead />}>
      <p>{t(`${words[reason]}Text`)}</p>
      <div className="row">
        <ButtonLink href={paths.front} variant="primary">
          {t("seeEvents")}
        </ButtonLink>
      </div>
      {children}
    </FormPage>
  );
}
