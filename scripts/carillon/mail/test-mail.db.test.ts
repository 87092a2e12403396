import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { moderationLog } from "@/db/schema/moderation-log";
import { test } from "@/db/testing/test";
import { env } from "@/lib/core/env";
import { ownDataDir } from "@/lib/departure/testing/data-dir";
import { openDesk } from "../desk";
import { testMail } from "./test-mail";

ownDataDir();

test("sends a mail at once, and the log tells that somebody tried, not to whom", async ({ db }) => {
  const said: string[] = [];
  const desk = openDesk(db, { say: (text) => said.push(text) });
  await testMail(desk, { words: ["ada@example.org"], options: {} });
  expect(said.join()).toContain("nothing is set to send mail with");
  expect(readdirSync(join(env().DATA_DIR, "mail"))).toHaveLength(1);
  const log = await db.select().from(moderationLog);
  expect(log).toMatchObject([{ action: "mail.tested", isServer: true, details: { went: true } }]);
  expect(JSON.stringify(log)).not.toContain("ada");
});

test("refuses what is no address, and sends nothing", async ({ db }) => {
  const desk = openDesk(db, { say: () => {} });
  const refused = testMail(desk, { words: ["nope"], options: {} });
  await expect(refused).rejects.toMatchObject({ fieldErrors: { address: ["email_not_valid"] } });
  expect(await db.select().from(moderationLog)).toEqual([]);
});
