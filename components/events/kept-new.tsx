import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { momentText } from "@/lib/core/dates/ago";
import { paths } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";
import { ForgetTyped } from "./forget-typed";
import type { Kept } from "./kept-notice";

/** Offers what somebody typed of an event that was never saved. */
export function KeptNew({ kept, forget }: { kept: Kept; forget: FormAction }) {
  const t = useTranslations("conflict");
  const locale = useLocale();
  const { eventId, values, savedAt, zone, editor } = kept;
  const title = String(values.title ?? "") || t("untitled");
  return (
    <Alert tone="warning" title={t("newTitle")} className="mb-5">
      <p>{t("newText", { title, time: momentText(savedAt, { zone, locale }) })}</p>
      <div className="row mt-3">
        <ButtonLink small href={`${paths.newEvent}?kept=${eventId}`}>
          {t("takeUp")}
        </ButtonLink>
        <ForgetTyped eventId={eventId} editor={editor} action={forget} small />
      </div>
    </Alert>
  );
}
