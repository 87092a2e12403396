import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import type { Mail } from "../mail";
import { queueMail, queueMails } from "../queue";
import { sendQueuedMail } from "../send";
import { dropMail, retryMail } from "./decide";
import { countMails, listUnsentMails, shortened } from "./list";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const mail: Mail = { to: "grace@example.org", locale: "en", subject: "Hello", text: "Hello", html: "Hello" };
const sending = { send: async () => ({ status: "sent" as const }), close() {} };

async function begin(db: Database) {
  const vera = await accountOf(db, "administrator");
  await queueMail(vera, "comment:42:7", mail);
  const [row] = await db.select().from(mails);
  const fail = () =>
    db.execute(
      sql`update graphile_worker._private_jobs set attempts = 25, last_error = 'SMTP 450 grace@example.org'`,
    );
  return { vera, mailId: row!.id, fail };
}

const jobs = (db: Database) =>
  db.execute(sql`select attempts, last_error from graphile_worker.jobs where task_identifier = 'send-mail'`);

describe("mails that wait", () => {
  test("are listed with why they did not go, but neither what they say nor to whom", async ({ db }) => {
    const { vera, mailId, fail } = await begin(db);
    await fail();
    const { mails, hasMore } = await listUnsentMails(vera, {});
    expect(hasMore).toBe(false);
    expect(mails).toEqual([
      {
        ...{ id: mailId, kind: "comment", to: "g•••@example.org", createdAt: now },
        ...{ attempts: 25, error: "SMTP 450 [hidden]", nextAt: null },
      },
    ]);
    expect(await listUnsentMails(vera, { before: mailId })).toEqual({ mails: [], hasMore: false });
  });

  test("are counted with those that went and those that were refused", async ({ db }) => {
    const { vera, mailId } = await begin(db);
    await queueMails(
      vera,
      ["a", "b"].map((key) => ({ key, mail })),
    );
    await sendQueuedMail(vera, mailId, { via: sending });
    await db.update(mails).set({ body: null }).where(eq(mails.key, "a"));
    await queueMail({ ...vera, now: new Date("2026-01-01") }, "old", mail);
    expect(await countMails(vera)).toMatchObject({
      sent: 1,
      waiting: 2,
      refused: 1,
      isMore: { sent: false },
    });
    expect((await listUnsentMails(vera, {})).mails).toHaveLength(2);
  });

  test("are tried again, and go once", async ({ db }) => {
    const { vera, mailId, fail } = await begin(db);
    await fail();
    for (const _ of [1, 2]) await retryMail(vera, { mailId });
    expect(await jobs(db)).toMatchObject([{ attempts: 0 }]);
    await sendQueuedMail(vera, mailId, { via: sending });
    await expect(retryMail(vera, { mailId })).rejects.toMatchObject({ reason: "mail_not_found" });
    expect(await db.select().from(moderationLog)).toMatchObject(
      [1, 2].map(() => ({ action: "mail.retried", details: { kind: "comment" } })),
    );
  });

  test("are dropped with what they say", async ({ db }) => {
    const { vera, mailId } = await begin(db);
    await dropMail(vera, { mailId });
    expect(await db.select().from(mails)).toMatchObject([{ body: null, sentAt: null }]);
    expect(await jobs(db)).toHaveLength(0);
    await expect(dropMail(vera, { mailId })).rejects.toMatchObject({ reason: "mail_not_found" });
  });

  test("are for administrators alone", async ({ db }) => {
    const { mailId } = await begin(db);
    const moderator = await accountOf(db, "moderator");
    for (const attempt of [
      () => countMails(moderator),
      () => listUnsentMails(moderator, {}),
      () => retryMail(moderator, { mailId }),
      () => dropMail(moderator, { mailId }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("of an address its first letter and its domain are shown", () => {
  expect(shortened("grace@example.org")).toBe("g•••@example.org");
  expect(shortened("a@b@c.example")).toBe("a•••@c.example");
});
