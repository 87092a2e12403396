import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Agree } from "@/components/accounts/agree";
import { asLocale } from "@/lib/core/locale";
import { paths, safePath, signInPath } from "@/lib/core/paths";
import { hasToAgree, readChanged } from "@/lib/web/agreement";
import { readInstanceFrame } from "@/lib/web/instance-reading";
import { signOutAction } from "@/lib/web/sign-out-action";
import { currentViewer } from "@/lib/web/viewer";
import { agreeAction } from "./actions";

type Props = PageProps<"/m/[locale]/terms/agree">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "agreement" }))("title") };
}

/** Members who agreed to what held before choose here; everybody else is led on. */
export default async function AgreePage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const back = safePath((await searchParams).back);
  const [viewer, { agreeSince, name }] = await Promise.all([currentViewer(), readInstanceFrame()]);
  if (!viewer) redirect(signInPath(paths.agree));
  if (!agreeSince || !(await hasToAgree(viewer))) redirect(back);
  return (
    <Agree
      changed={await readChanged(viewer)}
      since={agreeSince.toISOString()}
      back={back}
      name={name}
      agree={agreeAction}
      signOut={signOutAction}
    />
  );
}
