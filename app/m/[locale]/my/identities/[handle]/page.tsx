import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { IdentityForm } from "@/components/identities/forms";
import { IdentityFields } from "@/components/identities/identity-fields";
import { FormPage } from "@/components/layout/form-page";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { editIdentityPath, signInPath } from "@/lib/core/paths";
import { getIdentity } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { updateIdentityAction } from "./actions";

export async function generateMetadata({
  params,
}: PageProps<"/m/[locale]/my/identities/[handle]">): Promise<Metadata> {
  const { locale, handle } = await params;
  const t = await getTranslations({ locale: asLocale(locale), namespace: "identities" });
  return { title: t("edit", { name: `@${handle}` }) };
}

export default async function EditIdentityPage({ params }: PageProps<"/m/[locale]/my/identities/[handle]">) {
  const { locale, handle } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(editIdentityPath(handle)));
  const face = viewer.identities.find((own) => own.handle === handle);
  if (!face) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const identity = await getIdentity(connection().db, face.id);
  const t = await getTranslations("identities");
  return (
    <FormPage title={t("edit", { name: face.name })} lead={t("editLead", { handle })}>
      <FormTexts>
        <IdentityForm action={updateIdentityAction}>
          <input type="hidden" name="as" value={handle} />
          <IdentityFields
            name={identity.name}
            summary={identity.summary}
            picture={pictureSources(face.avatar)}
          />
          <SubmitButton wide>{t("save")}</SubmitButton>
        </IdentityForm>
      </FormTexts>
    </FormPage>
  );
}
