import { ASK_AGAIN_SECONDS } from "@/lib/accounts/input";
import type { Context } from "@/lib/core/context";
import { countAttempt, type Limit } from "./rate-limit";

/** For typing the password again, whatever for: together, per account. */
export const passwordAgain: Limit = { name: "password again", max: 10, minutes: 15 };

/** For asking for mails, whatever for and to whom: together, per sender. */
export const askedMails: Limit = { name: "asked mails", max: 20, minutes: 60 };

/** For what goes by mail to all who come to one event: per event. */
export const announcements: Limit = {
  name: "announce",
  max: 5,
  minutes: 24 * 60,
  reason: "too_many_announcements",
};

/** For asking to use an address from now on: per address, since it gets a mail each time. */
export const newEmails: Limit = { name: "new email", max: 5, minutes: 60 };

/** For answers without an account, each of which sends a mail: per sender, whom a whole hall may share. */
export const answersFromOneAddress: Limit = { name: "answer by mail", max: 40, minutes: 60 };

/** The same per mailbox, which may be somebody else's. */
export const answersOfOneMailbox: Limit = { name: "answer mailbox", max: 5, minutes: 60 };

/** The same per event: more than come to any at once, and few enough that nobody is flooded. */
export const answersAtOneEvent: Limit = { name: "answer event", max: 2000, minutes: 60 };

/** For what whoever holds a mailed link does on their page: per sender. */
export const actsByLink: Limit = { name: "answer link", max: 120, minutes: 60 };

/**
 * Counts a mail that somebody asked for at an address, whether it has an account or not. Refuses with
 * `asked_a_moment_ago` before 100 seconds have gone by, and with `too_many_attempts` after five in an hour.
 */
export async function countAskedMail(ctx: Context, purpose: string, email: string): Promise<void> {
  const moment = { max: 1, minutes: ASK_AGAIN_SECONDS / 60, reason: "asked_a_moment_ago" };
  await countAttempt(ctx, { ...moment, name: `${purpose} once` }, email);
  await countAttempt(ctx, { name: `${purpose} again`, max: 5, minutes: 60 }, email);
}
