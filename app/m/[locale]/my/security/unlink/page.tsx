import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { accountContext } from "@/lib/web/context";
import { readExternalLogins } from "@/lib/web/oidc/ways-in";
import { currentViewer } from "@/lib/web/viewer";
import { unlinkExternalLoginAction } from "./actions";

type Props = PageProps<"/m/[locale]/my/security/unlink">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "security.providers" }))("title") };
}

export default async function UnlinkPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.security));
  const { issuer } = await searchParams;
  const { linked } = await readExternalLogins(await accountContext(), viewer.session.id);
  const login = linked.find((own) => own.issuer === issuer);
  if (!login || login.isLastWayIn) redirect(paths.security);
  const t = await getTranslations("security.providers");
  return (
    <FormPage title={t("unlinkTitle", { name: login.name })} lead={t("unlinkLead", { name: login.name })}>
      <FormTexts>
        <ActionForm action={unlinkExternalLoginAction}>
          <input type="hidden" name="issuer" value={login.issuer} />
          <div className="row">
            <SubmitButton variant="danger">{t("unlink", { name: login.name })}</SubmitButton>
            <ButtonLink variant="quiet" href={paths.security}>
              {t("keep")}
            </ButtonLink>
          </div>
        </ActionForm>
      </FormTexts>
    </FormPage>
  );
}
