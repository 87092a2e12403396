import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { BannerField } from "@/components/identities/banner-field";
import { IdentityForm } from "@/components/identities/forms";
import { IdentityFields } from "@/components/identities/identity-fields";
import { LinesField } from "@/components/identities/lines-field";
import { VisibilityField } from "@/components/identities/visibility-field";
import { FormPage } from "@/components/layout/form-page";
import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { deleteIdentityPath, editIdentityPath, identityPath, paths, signInPath } from "@/lib/core/paths";
import { findProfile } from "@/lib/identities/queries";
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
  const identity = await findProfile(connection().db, face.handle);
  if (!identity) redirect(paths.myIdentities);
  const t = await getTranslations("identities");
  return (
    <FormPage
      title={t("edit", { name: face.name })}
      lead={t("editLead", { handle })}
      after={<a href={deleteIdentityPath(handle)}>{t("delete", { name: face.name })}</a>}
    >
      <FormTexts>
        <IdentityForm action={updateIdentityAction}>
          <input type="hidden" name="as" value={handle} />
          <IdentityFields
            name={identity.name}
            summary={identity.summary}
            picture={pictureSources(identity.avatar)}
            hasPicture={identity.avatarId !== null}
            hasPictureFailed={identity.avatar?.status === "failed"}
          />
          <BannerField
            picture={pictureSources(identity.banner)}
            hasBanner={identity.bannerId !== null}
            hasFailed={identity.banner?.status === "failed"}
          />
          <LinesField lines={identity.fields} address={env().ORIGIN + identityPath(handle)} />
          <VisibilityField visibility={identity.visibility} />
          <SubmitButton wide>{t("save")}</SubmitButton>
        </IdentityForm>
      </FormTexts>
    </FormPage>
  );
}
