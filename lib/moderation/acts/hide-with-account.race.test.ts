import { and, inArray, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { createDatabase } from "@/db/testing/database";
import { createAccount, createEvent, createIdentity } from "@/db/testing/factories";
import { accountOf, reported } from "../testing/cases";
import { lockAccount } from "./lock-account";
import { lockByHand } from "./lock-by-hand";
import { suspendReported, unsuspendReported } from "./suspend";

let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  connection = connect(database.url, { max: 8 });
});

afterAll(async () => {
  await connection.close();
  await drop();
});

test("whoever hides an account, or one of its identities, at the same moment waits for nobody who waits for them", async () => {
  const { db } = connection;
  const reason = "The same shoes under five names";
  const account = await createAccount(db);
  const faces = await Promise.all(Array.from({ length: 5 }, () => createIdentity(db, { account })));
  for (const { id } of faces) await createEvent(db, { organizerId: id });
  const cases = await Promise.all(
    faces.map(async ({ handle }) => (await reported(db, { kind: "identity", name: handle })).id),
  );
  const moderator = await accountOf(db, "moderator");
  const vera = await accountOf(db, "administrator");
  await Promise.all([
    ...cases.map((caseId) => lockAccount(moderator, { caseId, reason, hides: true })),
    ...cases.slice(3).map((caseId) => suspendReported(moderator, { caseId, reason, span: 7 })),
    ...cases.slice(0, 2).map((caseId) => unsuspendReported(moderator, { caseId, reason })),
    lockByHand(vera, { accountId: account.id, reason, hides: true }),
  ]);
  await Promise.all(cases.map((caseId) => suspendReported(moderator, { caseId, reason, span: null })));
  const hidden = and(
    isNotNull(actors.suspendedAt),
    inArray(
      actors.id,
      faces.map(({ id }) => id),
    ),
  );
  expect(await db.$count(actors, hidden)).toBe(faces.length);
});
