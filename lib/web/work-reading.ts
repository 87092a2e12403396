import type { z } from "zod";
import { isDemo } from "@/lib/core/demo";
import { env } from "@/lib/core/env";
import type { workPage } from "@/lib/instance/work/input";
import { countJobs, listFailedJobs } from "@/lib/instance/work/jobs";
import { countMails, listUnsentMails } from "@/lib/mail/administration/list";
import type { Staff } from "./staff";

/** What administrators see of the jobs and the mail of this server. */
export async function readWork(staff: Staff, page: z.output<typeof workPage>) {
  const [counts, failed, mailCounts, unsent] = await Promise.all([
    countJobs(staff),
    listFailedJobs(staff, { before: page.job }),
    countMails(staff),
    listUnsentMails(staff, { before: page.mail }),
  ]);
  const mail = { counts: mailCounts, unsent, way: wayOut() };
  return { counts, failed, mail, page, zone: staff.zone };
}

/** How mails leave this server; "file": not at all, "shown": nor there, but all can read them. */
export function wayOut(): "smtp" | "resend" | "file" | "shown" {
  if (isDemo()) return "shown";
  const { RESEND_API_KEY, SMTP_URL } = env();
  if (RESEND_API_KEY) return "resend";
  return SMTP_URL ? "smtp" : "file";
}
