import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { NewIdentityForm } from "@/components/identities/forms";
import { HandleField } from "@/components/identities/handle-field";
import { IdentityFields } from "@/components/identities/identity-fields";
import { VisibilityField } from "@/components/identities/visibility-field";
import { FormPage } from "@/components/layout/form-page";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { currentViewer } from "@/lib/web/viewer";
import { createIdentityAction } from "./actions";

export async function generateMetadata({
  params,
}: PageProps<"/m/[locale]/my/identities/new">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "identities" }))("new") };
}

export default async function NewIdentityPage({ params }: PageProps<"/m/[locale]/my/identities/new">) {
  setRequestLocale(asLocale((await params).locale));
  if (!(await currentViewer())) redirect(signInPath(paths.newIdentity));
  const t = await getTranslations("identities");
  return (
    <FormPage title={t("new")} lead={t("newLead")}>
      <FormTexts>
        <NewIdentityForm action={createIdentityAction}>
          <IdentityFields />
          <HandleField host={new URL(env().ORIGIN).host} />
          <VisibilityField visibility="public" />
          <SubmitButton wide>{t("create")}</SubmitButton>
        </NewIdentityForm>
      </FormTexts>
    </FormPage>
  );
}
