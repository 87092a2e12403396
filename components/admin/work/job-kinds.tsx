import { useTranslations } from "next-intl";
import { SettingsSection } from "@/components/settings/settings-section";
import type { JobCounts } from "@/lib/instance/work/jobs";
import { useTaskName } from "./task-name";

/** How much is to be done, by kind. */
export function JobKinds({ kinds, isMore, most }: JobCounts) {
  const t = useTranslations("admin.jobs");
  const nameOf = useTaskName();
  return (
    <SettingsSection id="kinds" title={t("kinds")}>
      {kinds.length === 0 && <p className="soft">{t("none")}</p>}
      {kinds.length > 0 && (
        <dl className="server-facts">
          {kinds.map((kind) => (
            <div key={kind.task}>
              <dt>{nameOf(kind.task)}</dt>
              <dd>
                {(["waiting", "failing", "givenUp"] as const)
                  .filter((state) => kind[state] > 0)
                  .map((state) => t(state, { count: kind[state] }))
                  .join(" · ")}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {(isMore.waiting || isMore.failed) && <p className="soft">{t("isMore", { count: most })}</p>}
    </SettingsSection>
  );
}
