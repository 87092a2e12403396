import { expect } from "vitest";
import { mails } from "@/db/schema/mails";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { sweepMails } from "./sweep";

const body = { to: "grace@example.org", subject: "Hello", text: "Hello", html: "<p>Hello", locale: "en" };

function daysAgo(days: number) {
  return new Date(now.getTime() - days * 86_400_000);
}

test("forgets what could not be sent, then that there was a mail, and nothing sooner", async ({ db }) => {
  await db.insert(mails).values([
    { key: "waits", body, createdAt: daysAgo(13) },
    { key: "given-up", body, createdAt: daysAgo(15) },
    { key: "sent", sentAt: daysAgo(89), createdAt: daysAgo(89) },
    { key: "old", sentAt: daysAgo(91), createdAt: daysAgo(91) },
  ]);
  await sweepMails({ db, now });
  await sweepMails({ db, now });
  const left = await db.select().from(mails).orderBy(mails.key);
  expect(left.map(({ key, body }) => [key, body !== null])).toEqual([
    ["given-up", false],
    ["sent", false],
    ["waits", true],
  ]);
});
