import { useTranslations } from "next-intl";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";

/** A mailed link that leads to nothing any more: it says nothing of whose it was. */
export function AnswerLinkOver() {
  const t = useTranslations("byMail.over");
  return (
    <FormPage title={t("title")}>
      <p>{t("text")}</p>
      <ButtonLink href={paths.front} variant="primary" wide>
        {t("front")}
      </ButtonLink>
    </FormPage>
  );
}
