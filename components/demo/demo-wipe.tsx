import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import type { FormAction } from "@/lib/web/form-state";

/** `wipe`: for whoever administers just now; others read who may. */
export function DemoWipe({ wipe }: { wipe: FormAction | null }) {
  const t = useTranslations("demo.wipe");
  return (
    <section className="section" aria-labelledby="demo-wipe">
      <h2 id="demo-wipe" className="text-step-1">
        {t("title")}
      </h2>
      <p className="soft mb-4 max-w-prose">{wipe ? t("text") : t("whoMay")}</p>
      {wipe && (
        <FormTexts>
          <Dialog opener={t("open")} variant="danger" title={t("ask")}>
            <p>{t("explained")}</p>
            <ActionForm action={wipe}>
              <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
            </ActionForm>
          </Dialog>
        </FormTexts>
      )}
    </section>
  );
}
