import { connect } from "@/db/client";
import type { Settings } from "@/lib/core/env";
import { say } from "./say";

/** Sees to it that the town of a demonstration is there before anybody asks. */
export async function beginDemonstration(settings: Settings, url: string): Promise<void> {
  if (settings.SMTP_URL || settings.RESEND_API_KEY)
    say("This is a demonstration: mails are shown on a page, whatever SMTP_URL and RESEND_API_KEY say.");
  const { beginDemo } = await import("@/lib/demo/wipe");
  const connection = connect(url, { max: 2 });
  try {
    await beginDemo(connection.db, new Date());
  } finally {
    await connection.close();
  }
}
