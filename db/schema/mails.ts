import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "../columns";

export type MailBody = {
  to: string;
  subject: string;
  text: string;
  html: string;
  locale: string;
  /** Where one POST switches this kind of mail off (RFC 8058); mails about an account have none. */
  unsubscribe?: string;
  /** Where a page lets its reader end such mails, for those without a switch that one POST turns. */
  unsubscribePage?: string;
  /** An event for their calendar, and what becomes of it there (RFC 5546). */
  calendar?: string;
  calendarMethod?: "REQUEST" | "CANCEL";
};

/** A mail that is or was to be sent, once for its key. What it said is forgotten when it has gone out. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    /** What it is about and whom for, e.g. "participation-approved:42": a second one is never written. */
    key: text().notNull().unique(),
    /** Null once sent. */
    body: jsonb().$type<MailBody>(),
    sentAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.createdAt),
    index("mails_not_sent").on(t.id).where(sql`${t.body} is not null`),
    index("mails_sent").on(t.sentAt).where(sql`${t.sentAt} is not null`),
    index("mails_refused").on(t.createdAt).where(sql`${t.body} is null and ${t.sentAt} is null`),
  ],
);
