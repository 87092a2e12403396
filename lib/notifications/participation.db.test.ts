import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { createAccount, createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { announceApproval } from "./announce-approval";
import { announceRejection } from "./announce-rejection";
import { announceRequest } from "./announce-request";
import { recorded, waitingMails, worker } from "./testing/facts";

async function scene(db: Database, values: Partial<Participation> = {}) {
  const organizer = await createIdentity(db, { name: "Ada Marchand", handle: "ada" });
  const account = await createAccount(db, { email: "private@example.org", locale: "fr" });
  const participant = await createIdentity(db, { name: "Grace Hopper", handle: "grace", account });
  await createIdentity(db, { name: "Secret Face", handle: "secret", account });
  const event = await createEvent(db, { organizerId: organizer.id, joinMode: "approval" });
  const participation = await createParticipation(db, event, { actorId: participant.id, ...values });
  const payload = { eventId: event.id, participationId: participation.id };
  return {
    event,
    participation,
    requested: recorded({ kind: "participation.requested", ...payload }),
    approved: recorded({ kind: "participation.approved", ...payload }),
    rejected: recorded({ kind: "participation.rejected", ...payload }),
  };
}

describe("announceRequest", () => {
  test("tells the organiser who asks, with what they wrote and where to answer", async ({ db }) => {
    const { event, requested } = await scene(db, { message: "I bring <cake>." });
    await announceRequest(worker(db), requested);
    await announceRequest(worker(db), requested);
    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Repair café – Grace Hopper asks to take part");
    expect(mail?.text).toContain("> I bring <cake>.");
    expect(mail?.html).toContain("I bring &lt;cake&gt;.");
    expect(mail?.text).toContain(`http://localhost:3000/events/${event.slug}/participants`);
    expect(JSON.stringify(mail)).not.toMatch(/private@|secret/i);
    expect(mail?.calendar).toBeUndefined();
  });

  test("is silent about what is settled, about their own event, and to organisers elsewhere", async ({
    db,
  }) => {
    const settled = await scene(db, { status: "approved" });
    await announceRequest(worker(db), settled.requested);

    const own = await createParticipation(db, settled.event, { actorId: settled.event.organizerId });
    const ownFact = {
      kind: "participation.requested" as const,
      eventId: own.eventId,
      participationId: own.id,
    };
    await announceRequest(worker(db), recorded(ownFact));

    const foreign = await createIdentity(db, { domain: "elsewhere.example" });
    await db.update(events).set({ organizerId: foreign.id }).where(eq(events.id, settled.event.id));
    await db
      .update(participations)
      .set({ status: "pending" })
      .where(eq(participations.id, settled.participation.id));
    await db.execute(sql`delete from account_identities where actor_id = ${foreign.id}`);
    await announceRequest(worker(db), settled.requested);
    expect(await waitingMails(db)).toEqual([]);
  });
});

describe("announceApproval", () => {
  test("tells the participant, in their language, with the event for their calendar", async ({ db }) => {
    const { event, approved } = await scene(db, { status: "approved" });
    await announceApproval(worker(db), approved);
    await announceApproval(worker(db), approved);
    const [mail, ...others] = await waitingMails(db);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: "private@example.org",
      locale: "fr",
      subject: "Repair café – votre demande est acceptée",
    });
    expect(mail?.calendar).toContain(`UID:${event.slug}@localhost:3000\r\n`);
    expect(mail?.calendarMethod).toBe("REQUEST");
    expect(mail?.calendar).toContain("METHOD:REQUEST\r\n");
    // In a calendar that reads mails, a participant is who has the mailbox: their own address, and no other.
    expect(mail?.calendar?.match(/mailto:/g)).toHaveLength(2);
    expect(mail?.text).toContain("Grace Hopper (@grace)");
    const calendar = mail?.calendar?.replaceAll("\r\n ", "").replace("mailto:private@example.org", "");
    expect(`${mail?.subject} ${mail?.text} ${mail?.html} ${calendar}`).not.toMatch(/private@|secret/i);
  });

  test("says that they are in where joining is free", async ({ db }) => {
    const { event, approved } = await scene(db, { status: "approved" });
    await db.update(events).set({ joinMode: "free" }).where(eq(events.id, event.id));
    await announceApproval(worker(db), approved);
    expect(await waitingMails(db)).toMatchObject([{ subject: "Repair café – c’est noté, vous participez" }]);
  });

  test("is written again when somebody left and came back", async ({ db }) => {
    const { approved } = await scene(db, { status: "approved" });
    await announceApproval(worker(db), approved);
    await announceApproval(worker(db), { ...approved, factId: 43, at: new Date(now.getTime() + 1) });
    expect(await waitingMails(db)).toHaveLength(2);
  });

  test("is silent when they left, or it was called off meanwhile", async ({ db }) => {
    const left = await scene(db, { status: "left" });
    await announceApproval(worker(db), left.approved);
    await db.update(participations).set({ status: "approved" });
    await db.update(events).set({ status: "cancelled" });
    await announceApproval(worker(db), left.approved);
    expect(await waitingMails(db)).toEqual([]);
  });
});

/** When what waits for a minute is told. */
function afterwards(db: Database) {
  return { ...worker(db), now: new Date(now.getTime() + 60_000) };
}

describe("announceRejection", () => {
  test("tells the participant, without a calendar and without the address online", async ({ db }) => {
    const { event, rejected } = await scene(db, { status: "rejected" });
    await db.update(events).set({ onlineUrl: "https://meet.example/x" }).where(eq(events.id, event.id));
    await announceRejection(afterwards(db), rejected);
    await announceRejection(afterwards(db), rejected);
    const mails = await waitingMails(db);
    expect(mails).toMatchObject([{ subject: "Repair café – pas de place pour vous cette fois" }]);
    expect(JSON.stringify(mails)).not.toMatch(/VCALENDAR|meet\.example/);
  });

  test("is silent when the organiser thought better of it", async ({ db }) => {
    const { rejected } = await scene(db, { status: "approved" });
    await announceRejection(afterwards(db), rejected);
    expect(await waitingMails(db)).toEqual([]);
  });
});
