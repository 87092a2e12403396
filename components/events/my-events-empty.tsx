import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/core/paths";
import { AnnounceLink } from "./announce-link";
import type { MyEventTab } from "./my-events-tabs";

/** Nothing in this list yet: what it is for, and what to do next. */
export function MyEventsEmpty({ tab, name }: { tab: MyEventTab; name: string }) {
  const t = useTranslations("myEvents");
  const isOwn = tab === "organizing" || tab === "drafts";
  const texts = {
    organizing: { title: t("emptyOrganizing", { name }), text: t("emptyOrganizingText") },
    going: { title: t("emptyGoing", { name }), text: t("emptyGoingText") },
    waiting: { title: t("emptyWaiting"), text: t("emptyWaitingText") },
    maybe: { title: t("emptyMaybe", { name }), text: t("emptyMaybeText") },
    drafts: { title: t("emptyDrafts"), text: t("emptyDraftsText") },
  }[tab];
  return (
    <EmptyState
      title={texts.title}
      icon={isOwn ? "bell" : "calendar"}
      action={
        isOwn ? (
          <AnnounceLink label={t("announce")} />
        ) : (
          <ButtonLink href={paths.front} variant="primary">
            {t("seeEvents")}
          </ButtonLink>
        )
      }
    >
      {texts.text}
    </EmptyState>
  );
}
