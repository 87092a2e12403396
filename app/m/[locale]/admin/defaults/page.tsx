import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AdminFrame } from "@/components/admin/admin-frame";
import { DefaultPlace } from "@/components/admin/defaults/default-place";
import { EventRules } from "@/components/admin/defaults/event-rules";
import { Retention } from "@/components/admin/defaults/retention";
import { SourceSettings } from "@/components/admin/defaults/source-settings";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { paths } from "@/lib/core/paths";
import { canAdminister } from "@/lib/instance/policy";
import { readInstance } from "@/lib/instance/settings";
import { noticeOf } from "@/lib/web/notice";
import { titledAs } from "@/lib/web/section-title";
import { staffFor } from "@/lib/web/staff";
import { countForStaff } from "@/lib/web/staff-counts";
import { answerMissing } from "@/lib/web/visitor/missing";
import { setDefaultPlaceAction, setEventRulesAction, setRetentionAction, setSourcesAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/defaults">;

export const generateMetadata = titledAs("defaults");

export default async function DefaultsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const staff = await staffFor(paths.defaults, canAdminister);
  if (!staff) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const [settings, counts, notice] = await Promise.all([
    readInstance(staff.db),
    countForStaff(staff),
    noticeOf(searchParams),
  ]);
  const { MAP_TILES, GEOCODER } = env();
  return (
    <AdminFrame current="defaults" role={staff.actor.role} counts={counts} notice={notice}>
      <EventRules settings={settings} save={setEventRulesAction} />
      <DefaultPlace settings={settings} save={setDefaultPlaceAction} />
      <Retention settings={settings} save={setRetentionAction} />
      <SourceSettings
        settings={settings}
        started={{ tiles: MAP_TILES && new URL(MAP_TILES).host, geocoder: GEOCODER }}
        save={setSourcesAction}
      />
    </AdminFrame>
  );
}
