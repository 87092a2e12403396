import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { FormTexts } from "@/components/forms/form-texts";
import type { readWork } from "@/lib/web/work-reading";
import { FailedJobs } from "./failed-jobs";
import { JobKinds } from "./job-kinds";
import { Mails } from "./mails";

type WorkProps = {
  reading: Awaited<ReturnType<typeof readWork>>;
  actions: ComponentProps<typeof FailedJobs>["actions"] & ComponentProps<typeof Mails>["actions"];
};

/** What this server does in the background, and its mail. */
export function Work({ reading: { counts, failed, mail, page, zone }, actions }: WorkProps) {
  const t = useTranslations("admin.jobs");
  return (
    <FormTexts>
      <p className="soft max-w-[66ch]">{t("lead")}</p>
      <JobKinds {...counts} />
      <FailedJobs failed={failed} page={page} zone={zone} actions={actions} />
      <Mails mail={mail} page={page} zone={zone} actions={actions} />
    </FormTexts>
  );
}
