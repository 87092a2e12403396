import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { InstanceDocument } from "@/components/admin/instance-document";
import { InstanceRules } from "@/components/admin/instance-rules";
import { FormTexts } from "@/components/forms/form-texts";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { readEditedTexts } from "@/lib/web/texts-reading";
import { answerMissing } from "@/lib/web/visitor/missing";
import { publishDocumentAction, setRulesAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/texts">;

export const generateMetadata = titledAs("instanceTexts");

export default async function InstanceTextsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.instanceTexts, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [{ rules, documents }, counts, notice] = await Promise.all([
    readEditedTexts(),
    countForStaff(staff),
    noticeOf(searchParams),
  ]);
  return (
    <AdminFrame current="instanceTexts" role={staff.actor.role} counts={counts} notice={notice}>
      <FormTexts>
        <InstanceRules rules={rules} save={setRulesAction} />
        {documents.map((document) => (
          <InstanceDocument key={document.kind} {...document} save={publishDocumentAction} />
        ))}
      </FormTexts>
    </AdminFrame>
  );
}
