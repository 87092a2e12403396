import { type ErrorResponse, Resend } from "resend";
import { attachments, extraHeaders } from "./compose";
import { headerText } from "./header-text";
import type { Outcome, OutgoingMail, Transport } from "./mail";
import { sender } from "./sender";

/** Sends over Resend's HTTP interface. A mail that comes twice within a day is known by its idempotency key. */
export function resendTransport(apiKey: string, options?: { baseUrl: string }): Transport {
  const resend = new Resend(apiKey, options);
  return {
    async send(mail) {
      const signal = AbortSignal.timeout(30_000);
      const { error } = await resend.emails.send(payloadOf(mail), { idempotencyKey: mail.name, signal });
      return error ? refusalIn(error) : { status: "sent" };
    },
    close: () => {},
  };
}

function payloadOf(mail: OutgoingMail) {
  const { name, address } = sender();
  return {
    from: `"${name.replace(/["\\]/g, "")}" <${address}>`,
    to: [mail.to],
    subject: headerText(mail.subject),
    headers: extraHeaders(mail),
    text: mail.text,
    html: mail.html,
    attachments: attachments(mail),
  };
}

/**
 * Only a recipient that is none is for good; a wrong key, sender or quota may be put right meanwhile. The same
 * key with another payload means that the mail went out before somebody changed MAIL_FROM.
 */
function refusalIn({ name, statusCode, message }: ErrorResponse): Outcome {
  const reason = `Resend ${statusCode ?? "unreachable"} ${name}`;
  if (name === "invalid_idempotent_request") return { status: "sent" };
  const isAboutRecipient = /`to`/.test(message) && (statusCode === 400 || statusCode === 422);
  if (isAboutRecipient) return { status: "refused", reason };
  throw new Error(reason);
}
