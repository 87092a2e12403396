import type { MailBody } from "@/db/schema/mails";
import type { Locale } from "@/lib/core/locale";

/** What one mail says, in whose language. `calendar` goes along for calendars. */
export type Mail = MailBody & { locale: Locale };

/** A mail on its way out. */
export type OutgoingMail = Mail & {
  /** Names the mail in logs, file names and its Message-ID: always the same for it, and tells nothing. */
  name: string;
  /** When it was written. */
  date: Date;
};

/** Taken over by the next server, or refused for good: the address is none. `reason` holds no address. */
export type Outcome = { status: "sent" } | { status: "refused"; reason: string };

/**
 * A way out. What may pass (no connection, a full mailbox, a wrong password) is thrown, without the
 * address in it, and the queue tries again; sending the same mail again must be recognisable.
 */
export type Transport = { send(mail: OutgoingMail): Promise<Outcome>; close(): void };
