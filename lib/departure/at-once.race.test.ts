import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { type Account, accounts } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { createDatabase } from "@/db/testing/database";
import { createAccount, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { keepAccount, lockLeaving, startLeaving } from "@/lib/accounts/leaving";
import { type Context, inTransaction } from "@/lib/core/context";
import { deleteIdentity } from "@/lib/identities/delete";
import { listIdentitiesOf } from "@/lib/identities/of-account";
import { waitingMails } from "@/lib/notifications/testing/facts";
import { eraseAccount } from "./erase-account";
import { eraseIdentity } from "./erase-identity";
import { createOrphan } from "./testing/orphan";

let database: Awaited<ReturnType<typeof createDatabase>>;
let connection: Connection;

beforeAll(async () => {
  database = await createDatabase();
  connection = connect(database.url, { max: 4 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

function as({ id, role }: Account, at = now): Context {
  return { db: connection.db, actor: { kind: "account", accountId: id, role }, now: at };
}

async function outcomes(attempts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts);
  return settled.map((one) => (one.status === "fulfilled" ? "done" : one.reason.reason)).sort();
}

test("of two identities that are deleted at the same time one stays", async () => {
  const account = await createAccount(connection.db);
  const faces = [
    await createIdentity(connection.db, { account }),
    await createIdentity(connection.db, { account }),
  ];

  const attempts = faces.map(({ id, handle }) =>
    deleteIdentity(as(account), { actorId: id, proof: { typed: handle } }),
  );

  expect(await outcomes(attempts)).toEqual(["done", "last_identity"]);
  expect(await listIdentitiesOf(connection.db, account.id)).toHaveLength(1);
});

test("of two administrators who leave at the same time one stays", async () => {
  const pair = [
    await createAccount(connection.db, { role: "administrator" }),
    await createAccount(connection.db, { role: "administrator" }),
  ];

  const attempts = pair.map((each) => startLeaving(as(each), { proof: { typed: each.email } }));

  expect(await outcomes(attempts)).toEqual(["done", "last_administrator"]);
});

test("an identity that is erased twice at a time is erased once, and everybody is told once", async () => {
  const { db } = connection;
  const orphan = await createOrphan(db, { name: "Ada Marchand" });
  for (const _ of ["one", "two", "three", "four"]) {
    const event = await createEvent(db, { organizerId: orphan.id });
    await createParticipation(db, event, { status: "approved" });
    await createParticipation(db, await createEvent(db), { actorId: orphan.id, status: "approved" });
  }
  const ctx: Context = { db, actor: { kind: "system" }, now };

  await Promise.all([eraseIdentity(ctx, orphan.id), eraseIdentity(ctx, orphan.id)]);

  const facts = await db.select().from(journal).where(eq(journal.actorId, orphan.id));
  expect(facts.map(({ kind }) => kind).sort()).toEqual([
    ...Array(4).fill("event.cancelled"),
    ...Array(4).fill("event.deleted"),
    "identity.deleted",
    "identity.erased",
    ...Array(4).fill("participation.left"),
  ]);
  const texts = (await waitingMails(db)).map(({ text }) => text);
  expect(texts).toHaveLength(4);
  for (const text of texts) expect(text).toContain("Ada Marchand has cancelled");
});

test("an account that is kept while its end begins is whole, or gone", async () => {
  const account = await createAccount(connection.db);
  await createIdentity(connection.db, { account });
  await startLeaving(as(account), { proof: { typed: account.email } });
  const later = new Date(now.getTime() + 8 * 86_400_000);

  await Promise.all([eraseAccount(as(account, later), account.id), keepAccount(as(account, later))]);

  const found = await connection.db.select().from(accounts).where(isNull(accounts.leavesAt));
  const stays = found.some(({ id }) => id === account.id);
  expect(await listIdentitiesOf(connection.db, account.id)).toHaveLength(stays ? 1 : 0);
  expect(await inTransaction(as(account, later), (tx) => lockLeaving(tx, account.id))).toBeNull();
});
