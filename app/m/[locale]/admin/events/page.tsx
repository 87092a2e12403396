import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { OwnCategories } from "@/components/admin/own-categories";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { titledAs } from "@/lib/web/section-title";
import { readSettingsPage } from "@/lib/web/settings-page";
import { answerMissing } from "@/lib/web/visitor/missing";
import { setOwnCategoriesAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/events">;

export const generateMetadata = titledAs("adminEvents");

export default async function AdminEventsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const read = await readSettingsPage(paths.adminEvents, searchParams);
  if (!read) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { extraCategories } = read.settings;
  return (
    <AdminFrame current="adminEvents" {...read.frame}>
      <OwnCategories names={extraCategories} save={setOwnCategoriesAction} />
    </AdminFrame>
  );
}
