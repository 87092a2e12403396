import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import type { Home } from "@/lib/accounts/home";
import { HomePoint } from "./home-point";

/** Where somebody looks for events: typed, or told by the device, and how far around. */
export function HomeFields({ home }: { home: Home | null }) {
  const t = useTranslations("settings.home");
  return (
    <>
      <TextField
        name="homeName"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={home?.name}
        maxLength={100}
        autoComplete="off"
      />
      <HomePoint
        kept={home?.point ? t("kept", home.point) : undefined}
        texts={{
          ask: t("useDevice"),
          asking: t("asking"),
          told: t("told"),
          refused: t("deviceRefused"),
        }}
      />
      <TextField
        name="homeRadius"
        label={t("radius")}
        hint={t("radiusHint")}
        type="number"
        inputMode="numeric"
        min={5}
        max={500}
        step={1}
        defaultValue={String(home?.radius ?? 25)}
        className="max-w-[16rem]"
        required
      />
    </>
  );
}
