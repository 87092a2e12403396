import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { events } from "@/db/schema/events";
import { createAccount, createEvent, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { tellNotPublished } from "./tell-not-published";
import { recorded, waitingMails, worker } from "./testing/facts";

test("the organiser is told once why a draft did not publish itself, unless it is published by now", async ({
  db,
}) => {
  const account = await createAccount(db, { email: "ada@example.org" });
  const { id: organizerId } = await createIdentity(db, { handle: "ada", account });
  const draft = await createEvent(db, { organizerId, publishedAt: null, startsAt: null, endsAt: null });
  const about = { kind: "event.not_published" as const, eventId: draft.id, organizerId };
  const fact = recorded({ ...about, reasons: ["start_missing"] });
  await tellNotPublished(worker(db), fact);
  await tellNotPublished(worker(db), fact);
  const mails = await waitingMails(db);
  expect(mails).toMatchObject([{ to: "ada@example.org", subject: "Repair café – not published" }]);
  expect(mails[0]!.text).toContain("@ada");

  await db.update(events).set({ publishedAt: now, startsAt: now }).where(eq(events.id, draft.id));
  await tellNotPublished(worker(db), recorded({ ...about, reasons: ["start_missing"] }, 43));
  expect(await waitingMails(db)).toHaveLength(1);
});
