import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/mails";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Mail, Transport } from "./mail";
import { queueMail, queueMails } from "./queue";
import { sendQueuedMail, sendQueuedMails } from "./send";
import { smtpTransport } from "./smtp";
import { type MailServer, startMailServer } from "./testing/mail-server";

const mail: Mail = {
  to: "grace@example.org",
  locale: "en",
  subject: "Hello",
  text: "Hello",
  html: "<p>Hello",
};

let server: MailServer;
let smtp: Transport;

beforeAll(async () => {
  server = await startMailServer();
  smtp = smtpTransport(server.url);
});
beforeEach(() => {
  server.received.length = 0;
});
afterAll(async () => {
  smtp.close();
  await server.close();
});

async function queueOne(db: Database) {
  await queueMail({ db, actor: { kind: "system" }, now }, "key", mail);
  const [row] = await db.select().from(mails);
  return row?.id ?? "";
}

async function stateOf(db: Database, id: string) {
  const [row] = await db.select().from(mails).where(eq(mails.id, id));
  return { sentAt: row?.sentAt, body: row?.body };
}

/** Dies after the server has taken the mail over and before anybody could write that down. */
const killedAfterSending: Transport = {
  ...smtpTransport("smtp://127.0.0.1:1"),
  async send(outgoing) {
    await smtp.send(outgoing);
    throw new Error("killed");
  },
};

describe("sendQueuedMail", () => {
  test("sends it, and forgets what it said", async ({ db }) => {
    const id = await queueOne(db);
    await sendQueuedMail({ db, now }, id, { via: smtp });
    expect(server.received).toMatchObject([{ to: ["grace@example.org"], mail: { subject: "Hello" } }]);
    expect(await stateOf(db, id)).toEqual({ sentAt: now, body: null });
    // The mark does not wait for the disk; it holds until the end of the transaction, which is the test's here.
    expect([...(await db.execute(sql`show synchronous_commit`))]).toEqual([{ synchronous_commit: "off" }]);
  });

  test("is harmless when repeated", async ({ db }) => {
    const id = await queueOne(db);
    await sendQueuedMail({ db, now }, id, { via: smtp });
    await sendQueuedMail({ db, now }, id, { via: smtp });
    expect(server.received).toHaveLength(1);
  });

  test("throws what may pass, so that the queue tries again, and then sends once", async ({ db }) => {
    const id = await queueOne(db);
    server.answers.push({ code: 451, text: "4.7.1 greylisted" });
    await expect(sendQueuedMail({ db, now }, id, { via: smtp })).rejects.toThrow("SMTP 451 4.7.1");
    expect(await stateOf(db, id)).toEqual({ sentAt: null, body: mail });
    await sendQueuedMail({ db, now }, id, { via: smtp });
    expect(server.received).toHaveLength(1);
  });

  test("ends with an address that is none, and forgets it", async ({ db }) => {
    const id = await queueOne(db);
    server.answers.push({ code: 550, text: "5.1.1 unknown" });
    await sendQueuedMail({ db, now }, id, { via: smtp });
    await sendQueuedMail({ db, now }, id, { via: smtp });
    expect(server.received).toHaveLength(0);
    expect(await stateOf(db, id)).toEqual({ sentAt: null, body: null });
  });

  test("killed between sending and marking, it repeats the mail under the same Message-ID", async ({
    db,
  }) => {
    const id = await queueOne(db);
    await expect(sendQueuedMail({ db, now }, id, { via: killedAfterSending })).rejects.toThrow("killed");
    await sendQueuedMail({ db, now }, id, { via: smtp });
    const [first, second] = server.received.map((received) => received.mail);
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.date).toEqual(first?.date);
    expect(first?.messageId).toMatch(/^<[\w-]{43}@localhost>$/);
    expect(first?.messageId).not.toContain(id);
  });

  test("a mail that is gone is passed over", async ({ db }) => {
    await sendQueuedMail({ db, now }, "0193573f-0000-7000-8000-000000000000", { via: smtp });
    expect(server.received).toHaveLength(0);
  });
});

describe("sendQueuedMails", () => {
  async function queueSome(db: Database, count: number) {
    const ctx = { db, actor: { kind: "system" as const }, now };
    const letters = Array.from({ length: count }, (_, index) => ({
      key: `key:${index}`,
      mail: { ...mail, to: `person-${index}@example.org` },
    }));
    await queueMails(ctx, letters);
    const rows = await db.select().from(mails);
    return { ctx, ids: rows.map(({ id }) => id) };
  }

  test("sends each once, also when it is repeated", async ({ db }) => {
    const { ctx, ids } = await queueSome(db, 12);
    await sendQueuedMails(ctx, ids, { via: smtp });
    await sendQueuedMails(ctx, ids, { via: smtp });
    expect(new Set(server.received.flatMap(({ to }) => to)).size).toBe(12);
    expect(server.received).toHaveLength(12);
  });

  test("gives one that does not go now a job of its own, and sends the others", async ({ db }) => {
    const { ctx, ids } = await queueSome(db, 6);
    server.answers.push({ code: 451, text: "4.7.1 greylisted" });
    await sendQueuedMails(ctx, ids, { via: smtp });
    expect(server.received).toHaveLength(5);
    const [left, ...others] = (await db.select().from(mails)).filter(({ body }) => body);
    expect(others).toEqual([]);
    const jobs = await db.execute(
      sql`select key from graphile_worker.jobs where task_identifier = 'send-mail'`,
    );
    expect([...jobs]).toEqual([{ key: `send-mail:${left!.id}` }]);
  });
});
