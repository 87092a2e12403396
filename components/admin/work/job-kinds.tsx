import { useTranslations } from "next-intl";
import { SettingsSection } from "@/components/settings/settings-section";
import type { JobCount } from "@/lib/instance/work/jobs";
import { useTaskName } from "./task-name";

/** How much is to be done, by kind. `isMore`: there is more than was counted. */
export function JobKinds({ kinds, isMore }: { kinds: JobCount[]; isMore: boolean }) {
  const t = useTranslations("admin.jobs");
  const nameOf = useTaskName();
  const counted = kinds.reduce((sum, kind) => sum + kind.waiting + kind.failing + kind.givenUp, 0);
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
      {isMore && <p className="soft">{t("isMore", { count: counted })}</p>}
    </SettingsSection>
  );
}
