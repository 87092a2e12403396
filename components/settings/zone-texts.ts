import { useTranslations } from "next-intl";
import type { ZoneTexts } from "./zone-field";

/** The sentences of the zone field, whose script has no translations of its own. */
export function useZoneTexts(): ZoneTexts {
  const t = useTranslations("settings.zone");
  return {
    label: t("label"),
    hint: t("hint"),
    search: t("search"),
    searchHint: t("searchHint"),
    found: t("found", { count: "{count}" }),
    nothingFound: t("nothingFound"),
    ofDevice: t("ofDevice", { zone: "{zone}" }),
    takeIt: t("takeIt"),
  };
}
