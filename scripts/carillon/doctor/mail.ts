import { createTransport } from "nodemailer";
import type { Settings } from "@/lib/core/env";
import type { Finding } from "./finding";
import { isLocalOrigin } from "./settings";

const about = "mail";
const TRY = "Try it: npm run carillon -- mail test ADDRESS";

/** Whether there is a way out for mails, and whether it lets us in; none is sent. */
export async function checkMail({ RESEND_API_KEY, SMTP_URL, DATA_DIR, ORIGIN }: Settings): Promise<Finding> {
  if (RESEND_API_KEY) return { about, state: "ok", text: "It goes by Resend.", todo: TRY };
  if (SMTP_URL) return checkServer(SMTP_URL);
  return {
    ...{ about, state: isLocalOrigin(ORIGIN) ? "warn" : "fail" },
    text: `None is sent: they are written to ${DATA_DIR}/mail.`,
    todo: "Set SMTP_URL or RESEND_API_KEY.",
  };
}

/** Signs in and hangs up. Answers of servers may hold the address, so only their codes are told. */
async function checkServer(url: string): Promise<Finding> {
  const { hostname } = new URL(url);
  const given = new URL(url);
  for (const name of ["connectionTimeout", "greetingTimeout", "dnsTimeout"])
    if (!given.searchParams.has(name)) given.searchParams.set(name, "10000");
  const server = createTransport(given.href);
  try {
    await server.verify();
    return { about, state: "ok", text: `${hostname} lets us in.`, todo: TRY };
  } catch (error) {
    const { code = "", responseCode = "" } = error as { code?: string; responseCode?: number };
    const why = [code, responseCode].filter(Boolean).join(" ") || "no answer";
    return {
      ...{ about, state: "fail", text: `${hostname} does not let us in (${why}).` },
      todo: "Check SMTP_URL: host, port, user and password; smtps:// is for port 465.",
    };
  } finally {
    server.close();
  }
}
