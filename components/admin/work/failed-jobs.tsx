import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { OlderLink } from "@/components/moderation/older-link";
import { SettingsSection } from "@/components/settings/settings-section";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { momentText } from "@/lib/core/dates/ago";
import { paths } from "@/lib/core/paths";
import type { FailedJob } from "@/lib/instance/work/jobs";
import type { FormAction } from "@/lib/web/form-state";
import { useTaskName } from "./task-name";

type FailedJobsProps = {
  failed: { jobs: FailedJob[]; hasMore: boolean };
  page: { job?: string | undefined };
  /** The reader's own. */
  zone: string;
  actions: Record<"retryJob" | "dropJob" | "retryAll", FormAction>;
};

/** Jobs that failed: what went wrong, and what can be done about it. */
export function FailedJobs({ failed: { jobs, hasMore }, page, zone, actions }: FailedJobsProps) {
  const t = useTranslations("admin.jobs");
  const first = page.job ? { href: `${paths.jobs}#failed`, text: t("newest") } : null;
  const older = hasMore ? { href: `${paths.jobs}?job=${jobs.at(-1)?.id}#failed`, text: t("older") } : null;
  return (
    <SettingsSection id="failed" title={t("failed")} lead={t("failedLead")}>
      {jobs.length === 0 && <p className="soft">{t("nothingFailed")}</p>}
      {jobs.length > 0 && (
        <>
          <ActionForm action={actions.retryAll} id="retry-all">
            <div className="form-actions">
              <SubmitButton variant="plain">{t("retryAll")}</SubmitButton>
            </div>
          </ActionForm>
          <ul className="list servers">
            {jobs.map((job) => (
              <li key={job.id}>
                <JobRow job={job} zone={zone} actions={actions} />
              </li>
            ))}
          </ul>
        </>
      )}
      <OlderLink label={t("olderJobs")} first={first} older={older} />
    </SettingsSection>
  );
}

type RowProps = Pick<FailedJobsProps, "zone" | "actions"> & { job: FailedJob };

function JobRow({ job, zone, actions }: RowProps) {
  const t = useTranslations("admin.jobs");
  const locale = useLocale();
  const { id, task, attempts, maxAttempts, error, nextAt, isRunning } = job;
  const name = useTaskName()(task);
  const state = isRunning ? "isRunning" : nextAt ? "isTriedAgain" : "isGivenUp";
  const told = [
    t("tries", { attempts, maxAttempts }),
    nextAt && !isRunning && t("nextAt", { moment: momentText(nextAt, { zone, locale }) }),
  ].filter(Boolean);
  return (
    <>
      <p>
        <strong>{name}</strong> <Chip tone={state === "isGivenUp" ? "alert" : "waiting"}>{t(state)}</Chip>
      </p>
      <p className="soft small">{told.join(" · ")}</p>
      {error !== "" && (
        <p className="work-error">
          <code>{error}</code>
        </p>
      )}
      {!isRunning && (
        <div className="row">
          <ActionForm action={actions.retryJob} id={`retry-${id}`}>
            <input type="hidden" name="jobId" value={id} />
            <SubmitButton variant="plain" small>
              {t("retry")} <VisuallyHidden>{name}</VisuallyHidden>
            </SubmitButton>
          </ActionForm>
          <DropJob id={id} name={name} drop={actions.dropJob} />
        </div>
      )}
    </>
  );
}

function DropJob({ id, name, drop }: { id: string; name: string; drop: FormAction }) {
  const t = useTranslations("admin.jobs");
  return (
    <Dialog
      opener={
        <>
          {t("drop")} <VisuallyHidden>{name}</VisuallyHidden>
        </>
      }
      variant="quiet"
      small
      title={t("dropTitle", { task: name })}
    >
      <p>{t("dropText")}</p>
      <ActionForm action={drop} id={`drop-${id}`}>
        <input type="hidden" name="jobId" value={id} />
        <SubmitButton variant="danger">{t("dropConfirm")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
