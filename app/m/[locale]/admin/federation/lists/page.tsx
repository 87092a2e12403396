import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { ServerLists } from "@/components/admin/lists/server-lists";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { noticeOf } from "@/lib/web/notice";
import { readServerLists } from "@/lib/web/server-lists-reading";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { keepListAction, setFederationModeAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/federation/lists">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "admin.lists" }))("title") };
}

export default async function ServerListsPage({ params, searchParams }: Props) {
  const locale = asLocale((await params).locale);
  setRequestLocale(locale);
  const staff = await staffFor(paths.serverLists, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [reading, counts, notice, t] = await Promise.all([
    readServerLists(staff),
    countForStaff(staff),
    noticeOf(searchParams),
    getTranslations({ locale, namespace: "admin.lists" }),
  ]);
  const { role } = staff.actor;
  return (
    <AdminFrame current="federation" role={role} counts={counts} title={t("title")} notice={notice}>
      <ServerLists reading={reading} setMode={setFederationModeAction} keep={keepListAction} />
    </AdminFrame>
  );
}
