import { setTimeout as sleep } from "node:timers/promises";
import { isNull } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "@/db/client";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { mails } from "@/db/schema/mails";
import { queueMails } from "@/lib/mail/queue";
import { startMailServer } from "@/lib/mail/testing/mail-server";
import { runScript, temporaryDir } from "./launch";

const MAILS = 300;
/** As many as a worker with its five jobs has on their way: what was on it when the worker died may come again. */
const IN_FLIGHT = 10;

test("a worker killed amid 300 mails sends all of them, and none as another one", async () => {
  const { db, settings, inbox } = await setUp();
  const first = runScript(["scripts/worker.ts"], settings);
  await until(() => inbox.received.length >= MAILS / 3);
  process.kill(first.pid, "SIGKILL");
  await first.exited;
  expect(inbox.received.length).toBeLessThan(MAILS);

  runScript(["scripts/worker.ts"], settings);
  await until(async () => (await db.select().from(mails).where(isNull(mails.sentAt))).length === 0);

  const recipients = new Set(inbox.received.flatMap(({ to }) => to));
  const letters = new Set(inbox.received.map(({ mail, to }) => `${mail.messageId} ${to.join()}`));
  expect(recipients.size).toBe(MAILS);
  expect(letters.size).toBe(MAILS);
  expect(inbox.received.length - MAILS).toBeLessThanOrEqual(IN_FLIGHT);
});

async function setUp() {
  const inbox = await startMailServer();
  onTestFinished(inbox.close);
  const settings = { DATA_DIR: temporaryDir(), SMTP_URL: inbox.url };
  const server = await startEmbedded(settings.DATA_DIR);
  onTestFinished(server.stop);
  await migrateDatabase(server.url);
  const { db, close } = connect(server.url, { max: 2 });
  onTestFinished(close);
  const letters = Array.from({ length: MAILS }, (_, index) => ({
    key: `fault:${index}`,
    mail: {
      ...{ to: `person-${index}@example.org`, locale: "en" as const },
      ...{ subject: `Mail ${index}`, text: "Hello", html: "<p>Hello</p>" },
    },
  }));
  await queueMails({ db, actor: { kind: "system" }, now: new Date() }, letters);
  return { db, settings, inbox };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(5);
}
