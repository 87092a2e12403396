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
import { titledAs } from "@/lib/web/section-title";
import { readSettingsPage } from "@/lib/web/settings-page";
import { answerMissing } from "@/lib/web/visitor/missing";
import { setDefaultPlaceAction, setEventRulesAction, setRetentionAction, setSourcesAction } from "./actions";

type Props = PageProps<"/m/[locale]/admin/defaults">;

export const generateMetadata = titledAs("defaults");

export default async function DefaultsPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const read = await readSettingsPage(paths.defaults, searchParams);
  if (!read) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { settings, frame } = read;
  const { MAP_TILES, GEOCODER } = env();
  return (
    <AdminFrame current="defaults" {...frame}>
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
