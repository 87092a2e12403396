import { join } from "node:path";
import { isDemo } from "@/lib/core/demo";
import { env } from "@/lib/core/env";
import { fileTransport } from "./file";
import type { Transport } from "./mail";
import { resendTransport } from "./resend";
import { shownTransport } from "./shown";
import { smtpTransport } from "./smtp";

let chosen: Transport | undefined;

/** The way out that the settings choose: Resend, else SMTP, else files under DATA_DIR/mail. A demonstration has none. */
export function transport(): Transport {
  chosen ??= choose();
  return chosen;
}

/** Hangs up, when the process ends. */
export function closeTransport(): void {
  chosen?.close();
  chosen = undefined;
}

function choose(): Transport {
  const { RESEND_API_KEY, SMTP_URL, DATA_DIR } = env();
  if (isDemo()) return shownTransport();
  if (RESEND_API_KEY) return resendTransport(RESEND_API_KEY);
  if (SMTP_URL) return smtpTransport(SMTP_URL);
  return fileTransport(join(DATA_DIR, "mail"));
}
