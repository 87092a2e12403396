import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { ListPreview } from "@/components/admin/lists/list-preview";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { changeOf } from "@/lib/instance/import-domain-policies";
import { previewList } from "@/lib/instance/kept-list";
import { canAdminister } from "@/lib/instance/policy";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { takeListAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/federation/lists/preview">;

/** Its address holds the key to the list. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "admin.lists" });
  return { title: t("preview.title"), referrer: "same-origin" };
}

export default async function ListPreviewPage({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  const staff = await staffFor(paths.serverLists, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { list } = await searchParams;
  const kept = typeof list === "string" ? list : "";
  const [preview, counts, t] = await Promise.all([
    kept ? previewList(staff, kept) : null,
    countForStaff(staff),
    getTranslations({ locale, namespace: "admin.lists" }),
  ]);
  const other = preview?.plan.other.map((change) => ({ ...change, change: changeOf(change) })) ?? [];
  return (
    <AdminFrame current="federation" role={staff.actor.role} counts={counts} title={t("preview.title")}>
      <ListPreview kept={kept} preview={preview} other={other} take={takeListAction} />
    </AdminFrame>
  );
}
