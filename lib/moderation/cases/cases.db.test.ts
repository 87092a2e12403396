import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { reportCases, reportNotes, reports } from "@/db/schema/reports";
import { createAccount, createComment, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { csvOf } from "@/lib/participation/lists/csv";
import { removeReported } from "../acts/remove";
import { warnReported } from "../acts/warn";
import { listLog } from "../log/list";
import { logTable } from "../log/table";
import { accountOf, later, others, reported } from "../testing/cases";
import { releaseCase, takeCase } from "./assign";
import { closeCase, reopenCase } from "./close";
import { findCase } from "./find";
import { CASES_PER_PAGE, countCases, listCases } from "./list";
import { addNote } from "./note";

async function eventCase(db: Database) {
  const event = await createEvent(db);
  return { event, caseId: (await reported(db, { kind: "event", name: event.slug })).id };
}

const actionsOf = async (db: Database) =>
  (await db.select().from(moderationLog).orderBy(asc(moderationLog.id))).map(({ action }) => action);

describe("looking after a case", () => {
  test("is taken, taken over and left; what is repeated changes nothing", async ({ db }) => {
    const { caseId } = await eventCase(db);
    const [linus, vera] = [await accountOf(db, "moderator"), await accountOf(db, "administrator")];
    await takeCase(linus, caseId);
    await takeCase(linus, caseId);
    expect(await countCases(linus)).toEqual({ open: 1, mine: 1 });
    await takeCase(vera, caseId);
    expect(await countCases(linus)).toEqual({ open: 1, mine: 0 });
    await releaseCase(linus, caseId);
    await releaseCase(linus, caseId);
    expect(await actionsOf(db)).toEqual(["case.assigned", "case.assigned", "case.released"]);
    await closeCase(linus, { caseId, answer: "" });
    await expect(takeCase(vera, caseId)).rejects.toMatchObject({ reason: "case_closed" });
  });

  test("ends once, with an answer, and may be taken up again unless another follows", async ({ db }) => {
    const { event, caseId } = await eventCase(db);
    const linus = await accountOf(db, "moderator");
    await closeCase(linus, { caseId, answer: "Thank you" });
    await closeCase(linus, { caseId, answer: "Something else" });
    expect(await db.select().from(reportCases)).toMatchObject([
      { status: "closed", answer: "Thank you", closedAt: now, assigneeId: linus.actor.accountId },
    ]);
    const facts = await db.select().from(journal).where(eq(journal.kind, "report.closed"));
    expect(facts).toHaveLength(1);

    await reopenCase(linus, caseId);
    await reopenCase(linus, caseId);
    await closeCase(linus, { caseId, answer: "" });
    await reported(db, { kind: "event", name: event.slug });
    await expect(reopenCase(linus, caseId)).rejects.toMatchObject({ reason: "case_follows" });
    expect(await actionsOf(db)).toEqual(["case.closed", "case.reopened", "case.closed"]);
    const [, reopened] = await db.select().from(moderationLog).orderBy(asc(moderationLog.id));
    expect(reopened?.details).toEqual({ before: { status: "closed" }, after: { status: "open" } });
  });

  test("keeps notes among moderators", async ({ db }) => {
    const { caseId } = await eventCase(db);
    const linus = await accountOf(db, "moderator");
    await addNote(linus, { caseId, text: "Seen before" });
    expect(await db.select().from(reportNotes)).toMatchObject([
      { caseId, text: "Seen before", authorId: linus.actor.accountId },
    ]);
    expect(await db.select().from(moderationLog)).toMatchObject([
      { action: "case.noted", caseId, moderatorId: linus.actor.accountId, reason: "", details: {} },
    ]);
    const nothing = "00000000-0000-4000-8000-000000000000";
    await expect(addNote(linus, { caseId: nothing, text: "x" })).rejects.toMatchObject({
      reason: "case_not_found",
    });
  });

  test("is for moderators alone", async ({ db }) => {
    const { caseId } = await eventCase(db);
    for (const ctx of await others(db)) {
      const tries = [
        () => takeCase(ctx, caseId),
        () => releaseCase(ctx, caseId),
        () => addNote(ctx, { caseId, text: "x" }),
        () => closeCase(ctx, { caseId, answer: "" }),
        () => reopenCase(ctx, caseId),
        () => findCase(ctx, caseId),
        async () => listCases(ctx, { tab: "open" }),
        async () => countCases(ctx),
        () => listLog(ctx, {}),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("listCases", () => {
  test("pages through cases of equal times without losing or repeating one", async ({ db }) => {
    const linus = await accountOf(db, "moderator");
    const { id: actorId } = await createIdentity(db);
    const copy = { title: "x", text: "", html: "", url: "http://localhost:3000/x", at: null };
    const ids = Array.from({ length: CASES_PER_PAGE * 2 + 3 }, () => crypto.randomUUID());
    await db
      .insert(reportCases)
      .values(ids.map((thingId) => ({ kind: "identity" as const, thingId, actorId, copy, reportedAt: now })));
    const seen: string[] = [];
    let after: { id: string; reportedAt: Date } | undefined;
    for (let hasMore = true; hasMore; ) {
      const page = await listCases(linus, { tab: "open", ...(after && { after }) });
      seen.push(...page.cases.map(({ found }) => found.thingId));
      after = page.cases.at(-1)?.found;
      hasMore = page.hasMore;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  test("tells open, own and closed ones apart, by kind and by what is wrong", async ({ db }) => {
    const linus = await accountOf(db, "moderator");
    const { caseId } = await eventCase(db);
    const comment = await createComment(db, await createEvent(db));
    const other = await reported(db, { kind: "comment", name: comment.id });
    await db.update(reports).set({ category: "hateful" }).where(eq(reports.caseId, other.id));
    const ids = async (filter: Parameters<typeof listCases>[1]) =>
      (await listCases(linus, filter)).cases.map(({ found }) => found.id);
    expect(await ids({ tab: "open", kind: "event" })).toEqual([caseId]);
    expect(await ids({ tab: "open", category: "hateful" })).toEqual([other.id]);
    await takeCase(linus, other.id);
    expect(await ids({ tab: "mine" })).toEqual([other.id]);
    await closeCase(linus, { caseId: other.id, answer: "" });
    expect(await ids({ tab: "mine" })).toEqual([]);
    expect(await ids({ tab: "closed" })).toEqual([other.id]);
  });
});

test("a case shows what was, what is, and both sides' history", async ({ db }) => {
  const linus = await accountOf(db, "moderator");
  const { event, caseId } = await eventCase(db);
  const other = await createEvent(db, { organizerId: event.organizerId });
  const earlier = await reported(db, { kind: "event", name: other.slug });
  await addNote(linus, { caseId, text: "Seen before" });
  await removeReported(linus, { caseId, reason: "Spam" });
  const details = await findCase(linus, caseId);
  expect(details).toMatchObject({
    found: { copy: { title: event.title } },
    now: { title: event.title, isRemoved: true },
    reported: { id: event.organizerId },
    reports: [{ report: { words: "They sell shoes." }, total: 1 }],
    notes: [{ note: { text: "Seen before" } }],
    earlier: [{ id: earlier.id }],
  });
  expect(await findCase(linus, "nothing")).toBeNull();
});

describe("listLog", () => {
  test("is read from the newest on, by action, person, day and case, and goes into a file", async ({
    db,
  }) => {
    const linus = await accountOf(db, "moderator");
    const ada = await createIdentity(db, { handle: "ada" });
    const { id: caseId } = await reported(db, { kind: "identity", name: "ada" });
    await warnReported(linus, { caseId, reason: "First" });
    await warnReported(later(linus, 3), { caseId, reason: '=HYPERLINK("x")' });
    const other = await eventCase(db);
    await takeCase(later(linus, 4), other.caseId);

    const actions = async (page: Parameters<typeof listLog>[1]) =>
      (await listLog(linus, page)).entries.map(({ entry }) => `${entry.action} ${entry.reason}`.trim());
    const [last, second, first] = [
      "case.assigned",
      'identity.warned =HYPERLINK("x")',
      "identity.warned First",
    ];
    expect(await actions({})).toEqual([last, second, first]);
    expect(await actions({ action: "identity.warned" })).toEqual([second, first]);
    expect(await actions({ handle: "@ada" })).toEqual([second, first]);
    expect(await actions({ handle: "nobody" })).toEqual([]);
    expect(await actions({ caseId: other.caseId })).toEqual([last]);
    const day = (days: number) => later(linus, days).now;
    expect(await actions({ from: day(1), until: day(4) })).toEqual([second]);
    expect(await actions({ from: day(9) })).toEqual([]);
    const { entries, hasMore } = await listLog(linus, {}, 1);
    expect(hasMore).toBe(true);
    expect(await actions({ before: entries[0]!.entry.id })).toEqual([second, first]);

    let text = "";
    for await (const part of csvOf(logTable(linus, {}))) text += part;
    expect(text.split("\r\n")).toHaveLength(5);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain(`,${ada.handle},,First,${caseId},`);
  });
});

test("a case about somebody who looks after the server is for the others alone", async ({ db }) => {
  const account = await createAccount(db, { role: "moderator" });
  const linus: Context = {
    ...{ db, now },
    actor: { kind: "account", accountId: account.id, role: "moderator" },
  };
  const own = await createIdentity(db, { account });
  const event = await createEvent(db, { organizerId: own.id });
  const { id: caseId } = await reported(db, { kind: "event", name: event.slug });
  expect(await countCases(linus)).toEqual({ open: 0, mine: 0 });
  expect(await listCases(linus, { tab: "open" })).toEqual({ cases: [], hasMore: false });
  expect(await findCase(linus, caseId)).toBeNull();
  const deciding = [
    () => takeCase(linus, caseId),
    () => closeCase(linus, { caseId, answer: "" }),
    () => addNote(linus, { caseId, text: "Nothing to see." }),
    () => removeReported(linus, { caseId, reason: "To put it back at once" }),
  ];
  for (const decide of deciding) await expect(decide()).rejects.toMatchObject({ reason: "case_not_found" });
  expect(await actionsOf(db)).toEqual([]);

  const vera = await accountOf(db, "administrator");
  expect(await countCases(vera)).toEqual({ open: 1, mine: 0 });
  await closeCase(vera, { caseId, answer: "" });
  expect((await listCases(linus, { tab: "closed" })).cases).toEqual([]);
});

test("nor for those of them who host what was reported; what is said under it is theirs to look at", async ({
  db,
}) => {
  const account = await createAccount(db, { role: "moderator" });
  const linus: Context = {
    ...{ db, now },
    actor: { kind: "account", accountId: account.id, role: "moderator" },
  };
  const own = await createIdentity(db, { account });
  const event = await createEvent(db, { hostIds: [own.id] });
  const { id: caseId } = await reported(db, { kind: "event", name: event.slug });
  expect(await findCase(linus, caseId)).toBeNull();
  await expect(takeCase(linus, caseId)).rejects.toMatchObject({ reason: "case_not_found" });

  const comment = await createComment(db, event);
  const said = await reported(db, { kind: "comment", name: comment.id });
  const { cases } = await listCases(linus, { tab: "open" });
  expect(cases.map(({ found }) => found.id)).toEqual([said.id]);
  expect(await countCases(linus)).toEqual({ open: 1, mine: 0 });
});
