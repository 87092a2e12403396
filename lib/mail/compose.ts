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
    icalEvent: calendarPart(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Says that no person wrote this (RFC 3834), in which language it is, and how to get no more (RFC 2369, RFC 8058). */
export function extraHeaders({ locale, unsubscribe, unsubscribePage }: OutgoingMail): Record<string, string> {
  return {
    "Auto-Submitted": "auto-generated",
    "Content-Language": locale,
    ...(unsubscribePage && { "List-Unsubscribe": `<${unsubscribePage}>` }),
    ...(unsubscribe && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

/**
 * What is to reach calendars by itself stands beside text and HTML as their alternative (RFC 6047), for Gmail, Outlook
 * and Apple, and as a file for those who open it themselves.
 */
function calendarPart({ calendar, calendarMethod }: OutgoingMail): SendMailOptions["icalEvent"] {
  return calendar ? { method: calendarMethod, filename: INVITE, content: Buffer.from(calendar) } : undefined;
}

/** The calendar as a file alone, for a way out that knows no alternatives. */
export function attachments({ calendar, calendarMethod }: OutgoingMail) {
  if (!calendar) return [];
  const contentType = `text/calendar; charset=utf-8; method=${calendarMethod ?? "PUBLISH"}`;
  return [{ filename: INVITE, content: Buffer.from(calendar), contentType }];
}

const INVITE = "invite.ics";
