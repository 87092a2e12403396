import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participationStatus } from "@/db/schema/participations";
import { createComment, createEvent, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { rememberTold } from "@/lib/events/pending-update";
import { announceAnnouncement } from "./announce-announcement";
import { announceCancellation } from "./announce-cancellation";
import { announceUpdate } from "./announce-update";
import { recorded, waitingMails, worker } from "./testing/facts";
import { writeToParticipants } from "./write-to-participants";

type Status = Participation["status"];

/** One in each standing, by e-mail, named and addressed by it. */
async function everybody(db: Database, event: Event) {
  for (const status of participationStatus.enumValues)
    await createParticipation(db, event, {
      ...{ status, email: `${status}@example.org`, name: `Name of ${status}`, locale: "en" },
      waitRank: status === "waitlisted" ? 1 : null,
      offerEndsAt: status === "offered" ? new Date(now.getTime() + 3_600_000) : null,
    });
}

async function change(db: Database, before: Event, values: Partial<Event>) {
  const [after] = await db
    .update(events)
    .set({ ...values, version: before.version + 1 })
    .where(eq(events.id, before.id))
    .returning();
  await rememberTold(worker(db), before, after!);
  const fact = { eventId: before.id, organizerId: before.organizerId, changed: Object.keys(values) };
  await announceUpdate(
    { ...worker(db), now: new Date(now.getTime() + 1_800_000) },
    recorded({ kind: "event.updated", ...fact }),
  );
}

async function told(db: Database) {
  const rows = (await waitingMails(db)).map(({ to, calendarMethod }) => [to.split("@")[0], calendarMethod]);
  return Object.fromEntries(rows) as Partial<Record<Status, string | undefined>>;
}

describe("those without an account", () => {
  test("are told what changed, if they come, may, or wait for a place; each by a mail of their own", async ({
    db,
  }) => {
    const event = await createEvent(db);
    await everybody(db, event);
    await change(db, event, { title: "Repair night" });
    expect(await told(db)).toEqual({
      approved: "REQUEST",
      maybe: "REQUEST",
      offered: "REQUEST",
      waitlisted: undefined,
    });
    for (const { to, text, html, calendar } of await waitingMails(db)) {
      const status = to.split("@")[0]!;
      const others = participationStatus.enumValues.filter((each) => each !== status);
      const said = [text, html, calendar?.replaceAll("\r\n ", "")].join();
      for (const other of others) expect(said).not.toMatch(new RegExp(`Name of ${other}|${other}@`));
      expect(text).toContain(`Hello Name of ${status},`);
    }
  });

  test("hear of a hidden address alone who are in, and nothing if nothing else changed", async ({ db }) => {
    const event = await createEvent(db, { isAddressHidden: true, placeAddress: "1 Old Lane" });
    await everybody(db, event);
    await change(db, event, { placeAddress: "2 New Lane" });
    expect(await told(db)).toEqual({ approved: "REQUEST" });
    const [mail] = await waitingMails(db);
    for (const address of ["1 Old Lane", "2 New Lane"]) expect(mail!.text).toContain(address);
  });

  test("are all told that it is called off; their calendars too, if they have it", async ({ db }) => {
    const event = await createEvent(db);
    await everybody(db, event);
    await change(db, event, { title: "Repair night" });
    const before = (await waitingMails(db)).length;
    await db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    const fact = recorded({ kind: "event.cancelled", eventId: event.id, organizerId: event.organizerId });
    await announceCancellation(worker(db), fact);
    await announceCancellation(worker(db), fact);
    const mails = (await waitingMails(db)).slice(before);
    expect(
      Object.fromEntries(mails.map(({ to, calendarMethod }) => [to.split("@")[0], calendarMethod])),
    ).toEqual({
      approved: "CANCEL",
      maybe: "CANCEL",
      offered: "CANCEL",
      pending: undefined,
      waitlisted: undefined,
    });
  });

  test("get what a host announces in a comment, if they come or may", async ({ db }) => {
    const event = await createEvent(db);
    await everybody(db, event);
    const { id } = await createComment(db, event, { authorId: event.organizerId, isAnnouncement: true });
    await announceAnnouncement(
      worker(db),
      recorded({ kind: "comment.added", eventId: event.id, commentId: id }),
    );
    expect(await told(db)).toEqual({ approved: undefined, maybe: undefined });
  });
});

test("a round goes on beyond one batch, and writes to nobody twice", async ({ db }) => {
  const event = await createEvent(db);
  const organizer = { id: event.organizerId, name: "Ada Marchand", handle: "ada", domain: null };
  for (let index = 0; index < 203; index++)
    await createParticipation(db, event, { status: "maybe", email: `person-${index}@example.org` });
  for (const _ of [1, 2])
    await writeToParticipants(
      worker(db),
      { event, organizer },
      {
        statuses: ["maybe"],
        key: (participationId) => `round:${participationId}`,
        write: ({ reader }) => ({
          ...{ locale: reader.locale, subject: "Hello", heading: "Hello", intro: "Hello", reason: "Because" },
          button: { label: "Look", url: "http://localhost:3000" },
        }),
      },
    );
  const addresses = (await waitingMails(db)).map(({ to }) => to);
  expect(addresses).toHaveLength(203);
  expect(new Set(addresses).size).toBe(203);
});
