import { useTranslations } from "next-intl";
import { FocusedNotice } from "@/components/ui/focused-notice";
import { Toast } from "@/components/ui/toast";
import type { Event } from "@/db/schema/events";
import { eventPath } from "@/lib/core/paths";

type HostsHeadProps = {
  event: Pick<Event, "slug" | "title" | "hostIds" | "organizerId">;
  /** As whom the reader manages the event; absent for those who were only asked to. */
  acting?: { name: string };
  notice: string | null;
};

export function HostsHead({ event, acting, notice }: HostsHeadProps) {
  const t = useTranslations("hosts");
  return (
    <>
      {notice && (
        <FocusedNotice signal={[event.organizerId, ...event.hostIds].join()}>
          <Toast message={notice} />
        </FocusedNotice>
      )}
      {acting && (
        <p className="soft mb-2">
          <a href={eventPath(event.slug)}>{event.title || t("untitled")}</a>
        </p>
      )}
      <h1>{t("title")}</h1>
      {acting && (
        <p className="soft small mt-1 mb-5">
          {t.rich("lead", { name: acting.name, strong: (name) => <strong>{name}</strong> })}
        </p>
      )}
    </>
  );
}
