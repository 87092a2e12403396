import type { SendMailOptions } from "nodemailer";
import { headerText } from "./header-text";
import type { OutgoingMail } from "./mail";
import { mailHost, sender } from "./sender";

/** The mail as nodemailer takes it. The Message-ID is the same however often it is sent. */
export function composeMail(mail: OutgoingMail): SendMailOptions {
  return {
    from: sender(),
    // As an object: an address is one mailbox, whatever commas are in it.
    to: { name: "", address: mail.to },
    subject: headerText(mail.subject),
    messageId: `<${mail.name}@${mailHost()}>`,
    date: mail.date,
    headers: extraHeaders(mail),
    text: mail.text,
    html: mail.html,
    attachments: attachments(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Says that no person wrote this (RFC 3834), in which language it is, and how to get no more (RFC 8058). */
export function extraHeaders({ locale, unsubscribe }: OutgoingMail): Record<string, string> {
  return {
    "Auto-Submitted": "auto-generated",
    "Content-Language": locale,
    ...(unsubscribe && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

/** The calendar file, under the type that Apple Mail, Gmail and Thunderbird offer to add (RFC 6047). */
export function attachments({ calendar }: OutgoingMail) {
  if (!calendar) return [];
  const contentType = "text/calendar; charset=utf-8; method=PUBLISH";
  return [{ filename: "event.ics", content: Buffer.from(calendar, "utf8"), contentType }];
}
