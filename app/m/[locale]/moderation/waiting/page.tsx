import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { WaitingList } from "@/components/moderation/waiting-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canModerate } from "@/lib/instance/policy";
import { listTemplates } from "@/lib/moderation/templates";
import { listWaiting, WAITING_PER_PAGE } from "@/lib/moderation/waiting/list";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { decideWaitingAction } from "./actions";

type Props = PageProps<"/m/[locale]/moderation/waiting">;

const search = z.object({ page: z.coerce.number().int().min(1).max(9999).catch(1) });

export const generateMetadata = titledAs("heldBack");

/** What the rules hold back, the oldest first. */
export default async function WaitingPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.heldBack, canModerate);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { page } = search.parse(await searchParams);
  const [t, waiting, counts, templates, notice] = await Promise.all([
    getTranslations("waiting"),
    listWaiting(staff, page),
    countForStaff(staff),
    listTemplates(staff),
    noticeOf(searchParams),
  ]);
  return (
    <AdminFrame current="heldBack" role={staff.actor.role} counts={counts} notice={notice}>
      <p className="soft max-w-[66ch]">
        {t.rich("lead", { link: (words) => <a href={paths.safety}>{words}</a> })}
      </p>
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <WaitingList waiting={waiting} zone={staff.zone} templates={templates} decide={decideWaitingAction} />
      )}
      <Pager
        page={page}
        pageCount={Math.ceil(counts.heldBack / WAITING_PER_PAGE)}
        hrefOf={(number) => `${paths.heldBack}?page=${number}`}
      />
    </AdminFrame>
  );
}
