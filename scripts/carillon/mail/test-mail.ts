import * as z from "zod";
import { emailField } from "@/lib/accounts/input";
import { isDemo } from "@/lib/core/demo";
import { demoMailPath } from "@/lib/core/demo-paths";
import { env } from "@/lib/core/env";
import { locales } from "@/lib/core/locale";
import { writeLog } from "@/lib/journal/write-log";
import { closeTransport } from "@/lib/mail/transport";
import { sendTrial } from "@/lib/notifications/send-trial";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";

const input = z.object({ address: emailField, locale: z.enum(locales, "choose_one") });

export async function testMail(
  { ctx, say }: Desk,
  { words: [typed], options: { locale = "en" } }: Asked,
): Promise<void> {
  const { address: to, locale: language } = checked(input, { address: typed, locale });
  const { RESEND_API_KEY, SMTP_URL, DATA_DIR, ORIGIN } = env();
  let went = false;
  try {
    const outcome = await sendTrial(ctx, { to, locale: language });
    if (outcome.status === "refused") throw new Error(outcome.reason);
    went = true;
  } catch (error) {
    throw new Error(`The mail did not go: ${error instanceof Error ? error.message : error}.`);
  } finally {
    closeTransport();
    await writeLog(ctx, { action: "mail.tested", details: { went } });
  }
  if (isDemo()) return say(`This is a demonstration: it is shown at ${ORIGIN}${demoMailPath}.`);
  if (!RESEND_API_KEY && !SMTP_URL)
    return say(`It lies in ${DATA_DIR}/mail: nothing is set to send mail with.`);
  say(`The next server took it over. Look into ${to}, also among the spam.`);
}
