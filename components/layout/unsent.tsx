import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Alert } from "@/components/ui/alert";
import { Icon } from "@/components/ui/icon";
import { TextArea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/web/form-state";

/** What somebody wrote when their session had ended, until they are done with it. */
export function Unsent({ texts, forget }: { texts: string[]; forget: FormAction }) {
  const t = useTranslations("layout.unsent");
  return (
    <Alert tone="warning" title={t("title")} className="mt-5">
      <div className="form mt-2">
        <p>{t("text")}</p>
        {texts.map((text, index) => (
          <div key={text}>
            <TextArea
              id={`unsent-${index}`}
              label={t("label", { number: index + 1 })}
              rows={Math.min(8, 1 + Math.ceil(text.length / 80))}
              dir="auto"
              defaultValue={text}
              readOnly
            />
            <button type="button" className="link mt-2" data-copy={text} data-done={t("copied")}>
              <Icon name="link" size={18} />
              {t("copy")}
            </button>
          </div>
        ))}
        <ButtonForm action={forget}>
          <SubmitButton variant="plain" small>
            {t("forget")}
          </SubmitButton>
        </ButtonForm>
      </div>
    </Alert>
  );
}
