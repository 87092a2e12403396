import { createTransport } from "nodemailer";
import { composeMail } from "./compose";
import type { Outcome, Transport } from "./mail";
import { mailHost } from "./sender";

/** Milliseconds, and a pool of ten connections. What SMTP_URL says in its query goes before these. */
const defaults = {
  pool: true,
  maxConnections: 10,
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
  dnsTimeout: 15_000,
};

/** Sends over SMTP, `smtp://` (with STARTTLS where offered) or `smtps://`. */
export function smtpTransport(url: string): Transport {
  const pool = createTransport(withDefaults(url));
  return {
    async send(mail) {
      try {
        await pool.sendMail(composeMail(mail));
        return { status: "sent" };
      } catch (error) {
        return refusalIn(error as SmtpError);
      }
    },
    close: () => pool.close(),
  };
}

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/**
 * Only a no to the recipient is for good: RCPT answered with 5xx, except 552, which old servers say for a full
 * mailbox (RFC 5321, 4.5.3.1.10). Answers quote the address, so only their codes go on to log and queue.
 */
function refusalIn({ code = "", command = "", response = "", responseCode = 0 }: SmtpError): Outcome {
  const [answer = ""] = response.match(/^\d{3}([ -]\d\.\d{1,3}\.\d{1,3}\b)?/) ?? [];
  const reason = ["SMTP", answer || code, command && `to ${command}`].filter(Boolean).join(" ");
  if (command === "RCPT TO" && responseCode >= 500 && responseCode !== 552)
    return { status: "refused", reason };
  throw new Error(reason);
}

function withDefaults(text: string): string {
  const url = new URL(text);
  for (const [key, value] of Object.entries({ ...defaults, name: mailHost() })) {
    if (!url.searchParams.has(key)) url.searchParams.set(key, String(value));
  }
  return url.href;
}
