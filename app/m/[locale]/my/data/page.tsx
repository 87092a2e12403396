import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ExportSection } from "@/components/departure/export-section";
import { LeaveSection } from "@/components/departure/leave-section";
import { FormTexts } from "@/components/forms/form-texts";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { getOwnCredentials } from "@/lib/accounts/credentials";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { findLatestExport } from "@/lib/departure/exports";
import { canRequestAnother } from "@/lib/departure/request-export";
import { countWhatGoes } from "@/lib/departure/what-goes";
import { accountContext } from "@/lib/web/context";
import { noticeOf } from "@/lib/web/notice";
import { currentViewer } from "@/lib/web/viewer";
import { requestExportAction, startLeavingAction } from "./actions";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/my/data">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "settings" }))("sections.data") };
}

export default async function DataPage({ params, searchParams }: PageProps<"/m/[locale]/my/data">) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.data));
  const { session, identities } = viewer;
  const ctx = await accountContext();
  const [credentials, latest, goes, notice] = await Promise.all([
    getOwnCredentials(ctx),
    findLatestExport(ctx.db, session.accountId),
    countWhatGoes(
      ctx.db,
      identities.map(({ id }) => id),
      ctx.now,
    ),
    noticeOf(searchParams),
  ]);
  const ending = identities.map(({ id, name, handle }) => ({ name, handle, goes: goes.get(id)! }));
  return (
    <SettingsFrame current="data" notice={notice}>
      <FormTexts>
        <ExportSection
          latest={latest}
          canRequest={canRequestAnother(latest, ctx.now)}
          zone={session.zone}
          request={requestExportAction}
        />
        <LeaveSection
          identities={ending}
          credentials={credentials}
          leavesAt={session.leavesAt}
          zone={session.zone}
          leave={startLeavingAction}
        />
      </FormTexts>
    </SettingsFrame>
  );
}
