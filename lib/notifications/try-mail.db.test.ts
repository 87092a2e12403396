import { expect } from "vitest";
import type { Database } from "@/db/client";
import { moderationLog } from "@/db/schema/moderation-log";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import type { Outcome, OutgoingMail } from "@/lib/mail/mail";
import { tryMail } from "./try-mail";

async function accountOf(db: Database, role: Role) {
  const { id: accountId, email } = await createAccount(db, { role });
  return { email, ctx: { db, actor: { kind: "account", accountId, role } as const, now } };
}

/** A way out on which a mail meets this. */
function via(meets: () => Outcome) {
  const sent: OutgoingMail[] = [];
  const send = async (mail: OutgoingMail) => {
    sent.push(mail);
    return meets();
  };
  return { sent, via: { send, close() {} } };
}

test("a test mail goes to the own address alone, each time, and what became of it is written down", async ({
  db,
}) => {
  const { email, ctx } = await accountOf(db, "administrator");
  const way = via(() => ({ status: "sent" }));
  for (const _ of [1, 2]) expect(await tryMail(ctx, "fr", way)).toEqual({ problem: null });
  expect(way.sent.map(({ to, locale }) => [to, locale])).toEqual([1, 2].map(() => [email, "fr"]));
  expect(await db.select().from(moderationLog)).toMatchObject(
    [1, 2].map(() => ({ action: "mail.tested", details: { went: true } })),
  );
});

test("what hinders it is told, without the address", async ({ db }) => {
  const { email, ctx } = await accountOf(db, "administrator");
  const refused = via(() => ({ status: "refused", reason: "SMTP 550 5.1.1 to RCPT TO" }));
  expect(await tryMail(ctx, "en", refused)).toEqual({ problem: "SMTP 550 5.1.1 to RCPT TO" });
  const broken = via(() => {
    throw new Error(`nobody answers for ${email}`);
  });
  expect(await tryMail(ctx, "en", broken)).toEqual({ problem: "nobody answers for [hidden]" });
  expect(await db.select().from(moderationLog)).toMatchObject(
    [1, 2].map(() => ({ details: { went: false } })),
  );
});

test("nobody but administrators sends one", async ({ db }) => {
  const { ctx } = await accountOf(db, "moderator");
  const way = via(() => ({ status: "sent" }));
  await expect(tryMail(ctx, "en", way)).rejects.toMatchObject({ code: "forbidden" });
  expect(way.sent).toEqual([]);
});
