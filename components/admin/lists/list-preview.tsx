import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/core/paths";
import type { ImportPlan } from "@/lib/instance/import-domain-policies";
import type { ListPreview as Preview } from "@/lib/instance/kept-list";
import type { FormAction } from "@/lib/web/form-state";
import { PlannedServers } from "./planned-servers";

type Other = ImportPlan["other"][number] & { change: "stricter" | "milder" | "reason" };
type ListPreviewProps = { kept: string; preview: Preview | null; other: Other[]; take: FormAction };

/** What a list would change: nothing is decided before the click. */
export function ListPreview({ kept, preview, other, take }: ListPreviewProps) {
  const t = useTranslations("admin.lists.preview");
  const severity = useTranslations("admin.federation.severity");
  if (!preview)
    return (
      <EmptyState
        title={t("gone")}
        action={<ButtonLink href={`${paths.serverLists}#import`}>{t("again")}</ButtonLink>}
      >
        {t("goneText")}
      </EmptyState>
    );
  const { plan, leftOut } = preview;
  const changed = (change: Other["change"]) =>
    other
      .filter((one) => one.change === change)
      .map(({ policy, was }) => ({
        domain: policy.domain,
        text:
          change === "reason"
            ? policy.reason || t("noReason")
            : t("fromTo", { from: severity(was.severity), to: severity(policy.severity) }),
      }));
  return (
    <FormTexts>
      <p className="soft max-w-[66ch]">{t("lead")}</p>
      <PlannedServers
        title={t("fresh")}
        servers={plan.fresh.map(({ domain, severity: to, reason }) => ({
          domain,
          text: [severity(to), reason].filter(Boolean).join(" · "),
        }))}
      />
      <PlannedServers title={t("stricter")} servers={changed("stricter")} />
      <PlannedServers title={t("milder")} servers={changed("milder")} />
      <PlannedServers title={t("reason")} servers={changed("reason")} />
      <PlannedServers
        title={t("own")}
        servers={plan.own.map(({ domain }) => ({ domain, text: t("ownText") }))}
      />
      <PlannedServers
        title={t("leftOut")}
        servers={leftOut.map(({ line, domain, why }) => ({
          domain: domain || "–",
          text: t("line", { line, why: t(`why.${why}`) }),
        }))}
      />
      {plan.same.length > 0 && <p className="soft">{t("same", { count: plan.same.length })}</p>}
      <TakeList kept={kept} plan={plan} take={take} />
    </FormTexts>
  );
}

function TakeList({ kept, plan, take }: { kept: string; plan: ImportPlan; take: FormAction }) {
  const t = useTranslations("admin.lists.preview");
  const { fresh, other } = plan;
  if (fresh.length + other.length === 0)
    return (
      <p>
        {t("nothing")} <a href={`${paths.serverLists}#import`}>{t("again")}</a>
      </p>
    );
  const choices = [
    { value: "no", label: t("add"), hint: t("addHint", { count: fresh.length }) },
    { value: "yes", label: t("replace"), hint: t("replaceHint", { count: fresh.length + other.length }) },
  ];
  return (
    <ActionForm action={take} id="take-list" className="panel">
      <input type="hidden" name="kept" value={kept} />
      <RadioField name="replaces" label={t("how")} choices={choices} defaultValue="no" />
      <div className="form-actions">
        <SubmitButton>{t("take")}</SubmitButton>
        <ButtonLink href={`${paths.serverLists}#import`} variant="quiet">
          {t("leave")}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
