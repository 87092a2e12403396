import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";

/** What must stay in sight when the picture is cropped. */
export function FocusFields({ x, y }: { x: string; y: string }) {
  const t = useTranslations("eventForm");
  const slider = { type: "range", min: 0, max: 100, step: 10 } as const;
  return (
    <fieldset className="field">
      <legend className="label">{t("focus")}</legend>
      <p className="hint">{t("focusHint")}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...slider} name="focusX" label={t("focusX")} defaultValue={x} />
        <TextField {...slider} name="focusY" label={t("focusY")} defaultValue={y} />
      </div>
    </fieldset>
  );
}
