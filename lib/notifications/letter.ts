import type { DateBlock } from "@/lib/core/dates/date-block";
import type { Locale } from "@/lib/core/locale";
import type { Mail } from "@/lib/mail/mail";
import { letterHtml } from "./letter-html";
import { letterText } from "./letter-text";

/** What a mail says, before it is set in text and HTML. All texts are plain. */
export type Letter = {
  locale: Locale;
  subject: string;
  heading: string;
  /** Who is greeted: an identity by its name; mails about an account greet nobody. */
  name?: string;
  intro: string;
  event?: EventCard;
  quote?: { from: string; text: string };
  /** What was said beside, each under its name. */
  details?: { label: string; text: string }[];
  /** What may be good to know, after event and quote. */
  notes?: string[];
  button: { label: string; url: string };
  /** Why they got it. */
  reason: string;
  /** Where to say that no more of them are wanted; mails that are always sent have none. */
  unsubscribe?: { label: string; url: string };
};

/** The event that a mail is about. */
export type EventCard = {
  title: string;
  date: DateBlock;
  /** Two lines if clocks differ where they live. */
  when: string[];
  where: string[];
  /** Where it happens online; only for those who take part. */
  onlineUrl?: string;
  /** Left out in mails to the organiser. */
  organizer?: string;
  isCancelled: boolean;
};

/** Sets a letter, ready to be queued once it has an address. */
export function setLetter(letter: Letter): Omit<Mail, "to"> {
  return {
    locale: letter.locale,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter).html,
  };
}
