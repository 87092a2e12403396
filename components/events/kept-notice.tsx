import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import type { Event } from "@/db/schema/events";
import { momentText } from "@/lib/core/dates/ago";
import { changedMeanwhilePath, editEventPath } from "@/lib/core/paths";
import type { KeptForm } from "@/lib/events/autosave";
import { differencesOf } from "@/lib/events/differences";
import type { FormAction } from "@/lib/web/form-state";
import { ForgetTyped } from "./forget-typed";

/** What was kept, the handle that it was typed as, and whose clock tells when. */
export type Kept = KeptForm & { editor: string; zone: string };

type KeptNoticeProps = {
  event: Event;
  /** What the form holds as it is saved. */
  saved: Record<string, unknown>;
  kept: Kept;
  /** The fields in which the form shows what was kept already. */
  mine: string[];
  forget: FormAction;
};

/** Offers what somebody typed and did not save; nothing if it is what was saved. */
export function KeptNotice({ event, saved, kept, mine, forget }: KeptNoticeProps) {
  const t = useTranslations("conflict");
  const locale = useLocale();
  const differences = differencesOf(kept.values, saved);
  if (differences.length === 0) return null;
  if (mine.length > 0) return <Alert className="mb-5">{t("inForm")}</Alert>;
  const isNewer = kept.baseVersion !== event.version;
  const names = new URLSearchParams(differences.map(({ name }) => ["mine", name]));
  return (
    <Alert tone="warning" title={t("keptTitle")} className="mb-5">
      <p>
        {t(isNewer ? "keptChanged" : "keptText", {
          time: momentText(kept.savedAt, { zone: kept.zone, locale }),
        })}
      </p>
      <div className="row mt-3">
        <ButtonLink
          small
          href={isNewer ? changedMeanwhilePath(event.slug) : `${editEventPath(event.slug)}?${names}`}
        >
          {isNewer ? t("compare") : t("takeUp")}
        </ButtonLink>
        <ForgetTyped eventId={event.id} editor={kept.editor} action={forget} small />
      </div>
    </Alert>
  );
}
