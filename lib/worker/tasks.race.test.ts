import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Connection, connect } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { mails } from "@/db/schema/mails";
import { createDatabase } from "@/db/testing/database";
import { createAccount } from "@/db/testing/factories";
import { type Context, inTransaction } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { record } from "@/lib/journal/record";
import { workerLogger } from "./logger";
import { taskList } from "./tasks";

let database: Awaited<ReturnType<typeof createDatabase>>;
let connection: Connection;
const dataDir = mkdtempSync(join(tmpdir(), "carillon-worker-test-"));
const context = (): Context => ({ db: connection.db, actor: { kind: "system" }, now: new Date() });

beforeAll(async () => {
  vi.stubEnv("DATA_DIR", dataDir);
  database = await createDatabase();
  connection = connect(database.url, { max: 4 });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

const work = () =>
  runOnce({
    connectionString: database.url,
    taskList: taskList(context),
    logger: workerLogger,
    noHandleSignals: true,
  });
const sent = () => readdirSync(join(dataDir, "mail")).filter((file) => file.endsWith(".eml"));

test("a fact leads to one mail, also when it is heard twice", async () => {
  const account = await createAccount(connection.db, { confirmedAt: null });
  await inTransaction(context(), (tx) => record(tx, { kind: "account.created", accountId: account.id }));
  await work();
  expect(sent()).toHaveLength(1);

  const [fact] = await connection.db.select().from(journal);
  await enqueue(context(), { task: "hear", payload: { factId: fact!.id } });
  await work();

  expect(sent()).toHaveLength(1);
  expect(await connection.db.select().from(mails)).toMatchObject([{ body: null, sentAt: expect.any(Date) }]);
});

test("what is rolled back was never said: no fact, no job", async () => {
  const account = await createAccount(connection.db, { confirmedAt: null });
  const before = await connection.db.select().from(journal);
  const failing = inTransaction(context(), async (tx) => {
    await record(tx, { kind: "account.created", accountId: account.id });
    throw new Error("the process has second thoughts");
  });
  await expect(failing).rejects.toThrow("second thoughts");

  expect(await connection.db.select().from(journal)).toEqual(before);
  const [jobs] = await connection.sql`select count(*)::int as waiting from graphile_worker.jobs`;
  expect(jobs).toEqual({ waiting: 0 });
});
