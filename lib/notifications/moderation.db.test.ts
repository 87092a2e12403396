import { asc } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { journal } from "@/db/schema/journal";
import { reports } from "@/db/schema/reports";
import {
  actingAs,
  createAccount,
  createComment,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { addComment } from "@/lib/comments/add";
import { publishEvent } from "@/lib/events/publish";
import type { FactKind, Recorded } from "@/lib/journal/facts";
import { findFact } from "@/lib/journal/find-fact";
import { lockAccount, openAccount } from "@/lib/moderation/acts/lock-account";
import { removeReported } from "@/lib/moderation/acts/remove";
import { suspendReported } from "@/lib/moderation/acts/suspend";
import { warnReported } from "@/lib/moderation/acts/warn";
import { closeCase } from "@/lib/moderation/cases/close";
import { fileReport } from "@/lib/moderation/report/file";
import { letAllThrough, turnAllBack } from "@/lib/moderation/waiting/decide";
import { announceHeld } from "./announce-held";
import { tellLocked, tellOpened } from "./tell-locked";
import { tellModerated } from "./tell-moderated";
import { answerReporters, callModerators, thankReporter } from "./tell-reports";
import { tellAllWithdrawn, tellWithdrawn } from "./tell-withdrawn";
import { waitingMails, worker } from "./testing/facts";

type Teller = (tx: ReturnType<typeof worker>, fact: Recorded<never>) => Promise<void>;
const tellers: Partial<Record<FactKind, Teller[]>> = {
  "report.filed": [thankReporter, callModerators],
  "report.closed": [answerReporters],
  "identity.warned": [tellModerated],
  "identity.suspended": [tellModerated, tellAllWithdrawn],
  "identity.unsuspended": [tellModerated],
  "account.suspended": [tellLocked],
  "account.opened": [tellOpened],
  "event.removed": [tellModerated, tellWithdrawn],
  "comment.removed": [tellModerated],
  "event.held": [announceHeld],
  "comment.held": [announceHeld],
  "event.let_through": [tellModerated],
  "event.turned_back": [tellModerated],
};

/** Tells of all that happened, twice, as after a crash. */
async function tell(db: Database) {
  const rows = await db.select({ id: journal.id }).from(journal).orderBy(asc(journal.id));
  for (const { id } of [...rows, ...rows]) {
    const fact = (await findFact({ db }, id))!;
    for (const hear of tellers[fact.kind] ?? []) await hear(worker(db), fact as Recorded<never>);
  }
}

async function mailsTo(db: Database, email: string): Promise<string[]> {
  return (await waitingMails(db)).filter(({ to }) => to === email).map(({ subject }) => subject);
}

const linus = "linus@example.org";

async function moderatorOf(db: Database) {
  const { id: accountId } = await createAccount(db, { email: linus, role: "moderator" });
  return { db, actor: { kind: "account", accountId, role: "moderator" } as const, now };
}

async function somebody(db: Database, name: string) {
  const account = await createAccount(db, { email: `${name}@example.org` });
  return createIdentity(db, { account, handle: name, name });
}

test("whoever looks after the server is not called to what is said about themselves", async ({ db }) => {
  const account = await createAccount(db, { email: linus, role: "moderator" });
  await createAccount(db, { email: "vera@example.org", role: "administrator" });
  const own = await createIdentity(db, { account });
  const grace = await somebody(db, "grace");
  for (const of of [{ organizerId: own.id }, { hostIds: [own.id] }]) {
    const { uri } = await createEvent(db, of);
    await fileReport(actingAs(db, grace.id), { uri }, { category: "spam", words: "They sell" });
  }
  await tell(db);
  expect(await mailsTo(db, linus)).toEqual([]);
  expect(await mailsTo(db, "vera@example.org")).toHaveLength(2);
});

test("reporters hear that it arrived and was settled, moderators once for each case, the reported of nothing", async ({
  db,
}) => {
  const moderator = await moderatorOf(db);
  const [ada, grace, ken] = [
    await somebody(db, "ada"),
    await somebody(db, "grace"),
    await somebody(db, "ken"),
  ];
  const { uri } = await createEvent(db, { organizerId: ada.id, title: "Cheap shoes" });
  const spam = { category: "spam", words: "They sell" } as const;
  const { caseId } = await fileReport(actingAs(db, grace.id), { uri }, spam);
  await fileReport(actingAs(db, ken.id), { uri }, spam);
  await fileReport(actingAs(db, (await createRemoteActor(db)).id), { uri }, spam);
  await db.insert(instanceSettings).values({ data: { reportsByMail: true } });
  const anonymous = { db, actor: { kind: "anonymous" as const }, now };
  await fileReport(anonymous, { uri }, { ...spam, email: "vera@example.org", locale: "fr" });
  await closeCase(moderator, { caseId, answer: "Thank you, we acted." });
  await tell(db);

  const [received, answered] = ["Your report has arrived", "Your report was looked at"];
  expect(await mailsTo(db, linus)).toEqual(["A report on Carillon: Spam or advertising"]);
  expect(await mailsTo(db, "grace@example.org")).toEqual([received, answered]);
  expect(await mailsTo(db, "ken@example.org")).toEqual([received, answered]);
  expect(await mailsTo(db, "vera@example.org")).toEqual(
    expect.arrayContaining(["Votre signalement est arrivé", "Votre signalement a été examiné"]),
  );
  expect(await mailsTo(db, "ada@example.org")).toEqual([]);
  // An address may be somebody else's: nobody writes to it in their own words through us.
  const toVera = (await waitingMails(db)).filter(({ to }) => to === "vera@example.org");
  expect(toVera.map(({ text }) => text).join()).not.toContain("They sell");
  for (const { text } of await waitingMails(db)) expect(text).not.toMatch(/@?(grace|ken)\b/i);
  expect((await db.select().from(reports)).map(({ email }) => email)).toEqual([null, null, null, null]);
});

test("hosts, authors and who was to come hear what was taken away, with the reason only for whose it was", async ({
  db,
}) => {
  const moderator = await moderatorOf(db);
  const [ada, grace] = [await somebody(db, "ada"), await somebody(db, "grace")];
  const event = await createEvent(db, { organizerId: ada.id });
  await createParticipation(db, event, { actorId: grace.id, status: "approved" });
  await createParticipation(db, event, { email: "ken@example.org", status: "pending" });
  const comment = await createComment(db, await createEvent(db, { title: "Choir" }), { authorId: grace.id });
  const reporter = actingAs(db, (await somebody(db, "reporter")).id);
  const reason = "Against rule 3";
  for (const uri of [event.uri, comment.uri]) {
    const { caseId } = await fileReport(reporter, { uri }, { category: "spam", words: "" });
    await removeReported(moderator, { caseId, reason });
    if (uri === comment.uri) await warnReported(moderator, { caseId, reason });
  }
  await tell(db);
  expect(await mailsTo(db, "ada@example.org")).toEqual(["Repair café – taken off Carillon"]);
  const withdrawn = "Repair café – not shown on Carillon any more";
  expect((await mailsTo(db, "grace@example.org")).toSorted()).toEqual([
    "A comment of yours was taken off",
    "A warning from those who look after Carillon",
    withdrawn,
  ]);
  expect(await mailsTo(db, "ken@example.org")).toEqual([withdrawn]);
  for (const { to, subject, text } of await waitingMails(db)) {
    const isOwn = to !== linus && to !== "reporter@example.org" && subject !== withdrawn;
    expect(text.includes(reason)).toBe(isOwn);
  }
});

test("a suspended identity is told until when, and who was to come to what it announced", async ({ db }) => {
  const moderator = await moderatorOf(db);
  const [ada, grace] = [await somebody(db, "ada"), await somebody(db, "grace")];
  const coming = await createEvent(db, { organizerId: ada.id });
  const past = { startsAt: new Date("2026-11-01T18:00:00Z"), endsAt: new Date("2026-11-01T20:00:00Z") };
  const over = await createEvent(db, { organizerId: ada.id, ...past });
  for (const event of [coming, over])
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
  const { caseId } = await fileReport(
    actingAs(db, grace.id),
    { uri: ada.uri },
    { category: "spam", words: "" },
  );
  await suspendReported(moderator, { caseId, reason: "Against rule 3", span: 7 });
  await tell(db);
  const [mail] = (await waitingMails(db)).filter(({ to }) => to === "ada@example.org");
  expect(mail?.text).toContain("Until Monday 30 November 2026, nobody sees this identity");
  expect(await mailsTo(db, "grace@example.org")).toContain("Repair café – not shown on Carillon any more");
  expect((await mailsTo(db, "grace@example.org")).filter((subject) => /Repair/.test(subject))).toHaveLength(
    1,
  );
});

test("whose account goes out of sight hears it once, of none of its identities; who was to come hears it of each event", async ({
  db,
}) => {
  const moderator = await moderatorOf(db);
  const account = await createAccount(db, { email: "spam@example.org", locale: "fr" });
  const grace = await somebody(db, "grace");
  const faces = [];
  for (const handle of ["ada", "ken"]) {
    const face = await createIdentity(db, { account, handle, name: handle });
    const event = await createEvent(db, { organizerId: face.id, title: `Shoes of ${handle}` });
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    faces.push(face);
  }
  const spam = { category: "spam", words: "" } as const;
  const [adas, kens] = await Promise.all(
    faces.map(({ uri }) => fileReport(actingAs(db, grace.id), { uri }, spam)),
  );
  const decision = { caseId: adas!.caseId, reason: "Against rule 3" };
  await lockAccount(moderator, { ...decision, hides: true });
  await suspendReported(moderator, { caseId: kens!.caseId, reason: "Against rule 4", span: null });
  await tell(db);
  const told = async (to: string) => (await waitingMails(db)).filter((mail) => mail.to === to);
  const [locked, suspended, ...more] = await told("spam@example.org");
  expect(more).toEqual([]);
  expect(locked).toMatchObject({ subject: "Votre compte sur Carillon est verrouillé" });
  expect(locked!.text).toMatch(/Plus personne ne voit vos identités/);
  expect(locked!.text).toContain("Against rule 3");
  expect(JSON.stringify(locked)).not.toMatch(/ada|ken\b/);
  expect(suspended!.text).toContain("Against rule 4");
  expect(JSON.stringify(suspended)).not.toMatch(/ada/);
  const withdrawn = (await mailsTo(db, "grace@example.org")).filter((subject) => /Shoes/.test(subject));
  expect(withdrawn.toSorted()).toEqual(
    ["ada", "ken"].map((name) => `Shoes of ${name} – not shown on Carillon any more`),
  );

  await openAccount(moderator, decision);
  await tell(db);
  const [, , opened, ...others] = await told("spam@example.org");
  expect(others).toEqual([]);
  expect(opened).toMatchObject({ subject: "Votre compte sur Carillon est de nouveau ouvert" });
  expect(JSON.stringify(opened)).not.toMatch(/ada|ken\b/);
});

test("moderators hear once that something waits; its organiser what became of it, and why", async ({
  db,
}) => {
  const moderator = await moderatorOf(db);
  await db.insert(instanceSettings).values({ data: { firstPosts: 9, firstPostsDays: 0 } });
  const grace = actingAs(db, (await somebody(db, "grace")).id);
  const { id, slug } = await createEvent(db, { organizerId: grace.actor.actorId, publishedAt: null });
  await publishEvent(grace, id);
  await addComment(grace, { eventId: (await createEvent(db)).id, text: "Hello" });
  const draft = { kind: "event", id, version: 0 } as const;
  await turnAllBack(moderator, [draft], "Say where it is");
  await publishEvent(grace, id);
  await letAllThrough(moderator, [draft]);
  await tell(db);
  expect(await mailsTo(db, linus)).toEqual([expect.stringContaining("Something waits for a moderator")]);
  expect(await mailsTo(db, "grace@example.org")).toEqual([
    expect.stringContaining("was not published"),
    expect.stringContaining("is public"),
  ]);
  const [refused, published] = (await waitingMails(db)).filter(({ to }) => to === "grace@example.org");
  expect(refused!.text).toContain("Say where it is");
  expect(refused!.text).toContain(`/events/${slug}/edit`);
  expect(published!.text).toMatch(new RegExp(`/events/${slug}\\s`));
});
