import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { FocusedNotice } from "@/components/ui/focused-notice";
import { Toast } from "@/components/ui/toast";
import type { Event } from "@/db/schema/events";
import { editEventPath, eventPath } from "@/lib/core/paths";

type QuestionsHeadProps = {
  event: Event;
  notice: string | null;
  /** Changes with what is asked. */
  signal: string;
};

export function QuestionsHead({ event, notice, signal }: QuestionsHeadProps) {
  const t = useTranslations("questions");
  const isHere = event.joinMode === "free" || event.joinMode === "approval";
  return (
    <>
      {notice && (
        <FocusedNotice signal={signal}>
          <Toast message={notice} />
        </FocusedNotice>
      )}
      <p className="soft mb-2">
        {/* A draft was left for this in the middle of it. */}
        <a href={event.publishedAt ? eventPath(event.slug) : editEventPath(event.slug)}>
          {event.publishedAt ? event.title : t("toDraft")}
        </a>
      </p>
      <h1 className="text-step-2">{t("title")}</h1>
      <p className="soft mt-1 mb-5 max-w-xl">{t("lead", { days: event.retentionDays })}</p>
      {!isHere && <Alert className="mb-5">{t("nobodyAsked")}</Alert>}
    </>
  );
}
