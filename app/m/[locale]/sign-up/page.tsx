import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NoSignUp } from "@/components/accounts/no-sign-up";
import { ProviderButtons } from "@/components/accounts/provider-buttons";
import { SignInInstead } from "@/components/accounts/sign-in-instead";
import { SignUp } from "@/components/accounts/sign-up";
import { DemoHint } from "@/components/demo/demo-hint";
import { FormPage } from "@/components/layout/form-page";
import { findWayIn } from "@/lib/accounts/registration";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { requestContext } from "@/lib/web/context";
import { namedProvidersOfNewcomers } from "@/lib/web/oidc/providers";
import { newChallenge } from "@/lib/web/sign-up-form";
import { currentViewer } from "@/lib/web/viewer";
import { signUpAction } from "./actions";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/sign-up">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "accounts" });
  // An invitation stands in the address.
  return { title: t("createAccount"), referrer: "same-origin" };
}

const leads = {
  open: "createAccountLead",
  approval: "createAccountApplyLead",
  invited: "createAccountInvitedLead",
} as const;

export default async function SignUpPage({ params, searchParams }: PageProps<"/m/[locale]/sign-up">) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  if (await currentViewer()) redirect(paths.front);
  const given = (await searchParams).invitation;
  const invitation = typeof given === "string" ? given.trim() : undefined;
  const ctx = await requestContext();
  const { way, ...asked } = await findWayIn(ctx, invitation);
  const providers = namedProvidersOfNewcomers();
  if (way === "closed" || way === "invitation_only" || way === "invitation_ended")
    return (
      <NoSignUp reason={way}>
        <ProviderButtons providers={providers} back={paths.front} form="above" />
      </NoSignUp>
    );
  const t = await getTranslations("accounts");
  return (
    <FormPage title={t("createAccount")} lead={t(leads[way])} after={<SignInInstead />}>
      <DemoHint about="signUp" />
      <ProviderButtons providers={providers} back={paths.front} form="below" />
      <SignUp
        {...asked}
        locale={locale}
        host={new URL(env().ORIGIN).host}
        challenge={newChallenge(ctx.now)}
        invitation={way === "invited" ? invitation : undefined}
        signUp={signUpAction}
      />
    </FormPage>
  );
}
