"use server";

import { paths } from "@/lib/core/paths";
import { dropJob, retryFailedJobs, retryJob } from "@/lib/instance/work/decide-jobs";
import { jobInput, mailInput, nothingInput, trialInput } from "@/lib/instance/work/input";
import { dropMail, retryMail } from "@/lib/mail/administration/decide";
import { tryMail } from "@/lib/notifications/try-mail";
import { action } from "@/lib/web/action";

const back = (notice: string) => ({ to: `${paths.jobs}?notice=${notice}` });

export const retryJobAction = action(
  jobInput,
  async (ctx, input) => {
    await retryJob(ctx, input);
    return back("job_retried");
  },
  { as: "account" },
);

export const retryFailedJobsAction = action(
  nothingInput,
  async (ctx) => {
    await retryFailedJobs(ctx);
    return back("jobs_retried");
  },
  { as: "account" },
);

export const dropJobAction = action(
  jobInput,
  async (ctx, input) => {
    await dropJob(ctx, input);
    return back("job_dropped");
  },
  { as: "account" },
);

export const retryMailAction = action(
  mailInput,
  async (ctx, input) => {
    await retryMail(ctx, input);
    return back("mail_retried");
  },
  { as: "account" },
);

export const dropMailAction = action(
  mailInput,
  async (ctx, input) => {
    await dropMail(ctx, input);
    return back("mail_dropped");
  },
  { as: "account" },
);

export const tryMailAction = action(
  trialInput,
  async (ctx, { locale }) => {
    const { problem } = await tryMail(ctx, locale);
    return { answer: { problem: problem ?? "" } };
  },
  { as: "account", limit: { name: "test mail", max: 10, minutes: 60 } },
);
