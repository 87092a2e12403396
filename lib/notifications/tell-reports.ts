import { eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { type Report, type ReportCase, reportCases, reports } from "@/db/schema/reports";
import type { Context } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { asLocale } from "@/lib/core/locale";
import { listOwners } from "@/lib/identities/own";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { queueMail, queueMails } from "@/lib/mail/queue";
import { type Letter, setLetter } from "./letter";
import { reportAnsweredLetter, reportArrivedLetter, reportReceivedLetter } from "./letters/reports";
import { listStaff } from "./staff";
import { mailKey, writeTo } from "./write-to";

type Filed = Recorded<FactOf<"report.filed">>;

/**
 * Tells whoever reported something that it arrived: an identity of here, or an address. That may be somebody else's: what was
 * typed by whoever knows it is not sent there.
 */
export async function thankReporter(tx: Context, fact: Filed): Promise<void> {
  const found = await findReport(tx, fact.reportId);
  if (!found) return;
  const { report, about } = found;
  const words = report.reporterId ? report.words : "";
  const letter = (locale: Locale) => reportReceivedLetter({ locale, thing: about.copy.title, words });
  await writeToReporter(tx, report, { key: mailKey(fact), letter });
}

/** Calls those who look after the server: once for each case, not for each report; nobody to a case about themselves. */
export async function callModerators(tx: Context, fact: Filed): Promise<void> {
  const found = fact.isFirst ? await findReport(tx, fact.reportId) : null;
  if (!found) return;
  const { report, about } = found;
  const concerned = await listOwners(tx, [about.actorId, ...(await listHosts(tx, about))]);
  const called = (await listStaff(tx)).filter(({ id }) => !concerned.includes(id));
  const letters = called.map((reader) => ({
    key: mailKey(fact, reader.id),
    mail: { ...setLetter(letterTo(asLocale(reader.locale), { report, about })), to: reader.email },
  }));
  await queueMails(tx, letters);
}

/** Tells all who reported it what was found, and forgets the addresses of those without an account. */
export async function answerReporters(tx: Context, fact: Recorded<FactOf<"report.closed">>): Promise<void> {
  const [about] = await tx.db.select().from(reportCases).where(eq(reportCases.id, fact.caseId));
  if (about?.status !== "closed") return;
  const { copy, answer } = about;
  const letter = (locale: Locale) => reportAnsweredLetter({ locale, thing: copy.title, answer });
  for (const report of await tx.db.select().from(reports).where(eq(reports.caseId, about.id)))
    await writeToReporter(tx, report, { key: mailKey(fact, report.id), letter });
  await tx.db.update(reports).set({ email: null }).where(eq(reports.caseId, about.id));
}

async function listHosts({ db }: Context, { kind, eventId }: ReportCase): Promise<string[]> {
  if (kind !== "event" || !eventId) return [];
  const [event] = await db.select({ hostIds: events.hostIds }).from(events).where(eq(events.id, eventId));
  return event?.hostIds ?? [];
}

type Writing = { key: string; letter: (locale: Locale) => Letter };

async function writeToReporter(tx: Context, report: Report, { key, letter }: Writing): Promise<void> {
  const { reporterId, email, locale } = report;
  if (reporterId) await writeTo(tx, reporterId, { key, write: (reader) => letter(reader.locale) });
  else if (email) await queueMail(tx, key, { ...setLetter(letter(asLocale(locale ?? "en"))), to: email });
}

type Found = { report: Report; about: ReportCase };

function letterTo(locale: Locale, { report: { words, category }, about }: Found): Letter {
  return reportArrivedLetter({ locale, thing: about.copy.title, found: about, words, category });
}

async function findReport({ db }: Context, reportId: string): Promise<Found | undefined> {
  const [found] = await db
    .select({ report: reports, about: reportCases })
    .from(reports)
    .innerJoin(reportCases, eq(reportCases.id, reports.caseId))
    .where(eq(reports.id, reportId));
  return found;
}
