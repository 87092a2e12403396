import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { announceJoins } from "./announce-joins";
import { announceRequest } from "./announce-request";
import { keepChoices } from "./choose";
import { recorded, waitingMails, worker } from "./testing/facts";

const HOUR = 3_600_000;

async function scene(db: Database, values: Partial<Event> = {}) {
  const organizer = await createIdentity(db, { name: "Ada Marchand", handle: "ada" });
  const event = await createEvent(db, { organizerId: organizer.id, ...values });
  const come = async (participation: Partial<Participation>) => {
    const { id } = await createParticipation(db, event, {
      status: "approved",
      decidedAt: now,
      createdAt: now,
      ...participation,
    });
    return recorded({ kind: "participation.approved", eventId: event.id, participationId: id });
  };
  const choose = (byMail: boolean) =>
    keepChoices(worker(db), [{ actorId: organizer.id, kind: "joins", byMail }]);
  return { event, come, choose };
}

function anHourLater(db: Database) {
  return { ...worker(db), now: new Date(now.getTime() + HOUR) };
}

function countJobs(db: Database) {
  return db.execute(sql`select run_at from graphile_worker.jobs where task_identifier = 'tell'`);
}

describe("announceJoins", () => {
  test("tells a host who chose it once an hour who came and who waits, and names no address", async ({
    db,
  }) => {
    const { come, choose } = await scene(db);
    await choose(true);
    const grace = await createIdentity(db, { name: "Grace Hopper", handle: "grace" });
    const facts = [
      await come({ actorId: grace.id, adults: 2 }),
      await come({ email: "zoe@example.org", name: "Zoë" }),
      await come({ email: "nobody@example.org" }),
      await come({ status: "waitlisted", waitRank: 1, decidedAt: null }),
    ];
    for (const fact of facts) await announceJoins(worker(db), fact);
    expect(await waitingMails(db)).toEqual([]);
    expect([...(await countJobs(db))]).toHaveLength(1);

    for (const fact of facts) await announceJoins(anHourLater(db), fact);
    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe("Repair café – 3 new participants");
    for (const name of [
      "Grace Hopper (@grace) +2",
      "Zoë",
      "Somebody without an account",
      "On the waiting list",
    ])
      expect(mail!.text).toContain(name);
    expect(mail!.text + mail!.html).not.toMatch(/zoe@|nobody@/);
  });

  test("is silent unless it was chosen, and where hosts let people in themselves", async ({ db }) => {
    const { come, choose, event } = await scene(db);
    const fact = await come({});
    await announceJoins(anHourLater(db), fact);
    await choose(true);
    await db.update(participations).set({ statusBefore: "pending" });
    await announceJoins(anHourLater(db), fact);
    await db.update(events).set({ joinMode: "approval" }).where(eq(events.id, event.id));
    await announceJoins(anHourLater(db), fact);
    expect(await waitingMails(db)).toEqual([]);
  });
});

test("a request without an account shows hosts name, guests and words, and never the address", async ({
  db,
}) => {
  const { come } = await scene(db, { joinMode: "approval" });
  const asked = {
    email: "zoe@example.org",
    name: "Zoë",
    status: "pending",
    adults: 1,
    message: "Hello!",
  } as const;
  const { kind: _, ...fact } = await come({ ...asked, decidedAt: null });
  await announceRequest(worker(db), { ...fact, kind: "participation.requested" });
  const [mail] = await waitingMails(db);
  expect(mail!.subject).toBe("Repair café – Zoë asks to take part");
  expect(mail!.text).toContain("> Hello!");
  expect(mail!.text).toContain("Brings along\n  1 adult");
  expect(mail!.text + mail!.html).not.toContain("zoe@");
});
