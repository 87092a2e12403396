import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SecondStep, SecondStepOver } from "@/components/accounts/second-step";
import { findToken } from "@/lib/accounts/token";
import { asLocale } from "@/lib/core/locale";
import { safePath } from "@/lib/core/paths";
import { requestContext } from "@/lib/web/context";
import { SECOND_STEP_COOKIE } from "@/lib/web/cookies";
import { currentViewer } from "@/lib/web/viewer";
import { finishSignInAction } from "./actions";

type Props = PageProps<"/m/[locale]/sign-in/code">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "accounts" }))("secondStep.title") };
}

/** Between password and session: the cookie remembers who asked, for ten minutes. */
export default async function SecondStepPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const search = await searchParams;
  const back = safePath(search.back);
  if (await currentViewer()) redirect(back);
  const token = (await cookies()).get(SECOND_STEP_COOKIE)?.value;
  const asked = token && (await findToken(await requestContext(), "second_step", token));
  if (!asked) return <SecondStepOver back={back} />;
  return <SecondStep finish={finishSignInAction} back={back} withRecovery={search.with === "recovery"} />;
}
