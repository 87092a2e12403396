import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";

/** A draft may publish itself at a time to come. `publishAt`: as the field wants it. */
export function PublishLater({ publishAt }: { publishAt?: string }) {
  const t = useTranslations("publishLater");
  return (
    <details className="publish-later" open={publishAt !== undefined}>
      <summary>{t("title")}</summary>
      <div className="grid gap-3 pt-3">
        <TextField
          name="publishAt"
          label={t("publishAt")}
          hint={t("hint")}
          type="datetime-local"
          defaultValue={publishAt}
          max="2200-12-31T23:59"
        />
        <SubmitButton name="intent" value="schedule" variant="plain">
          {t("schedule")}
        </SubmitButton>
      </div>
    </details>
  );
}
