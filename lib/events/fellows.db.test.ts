import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { blocks } from "@/db/schema/blocks";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import { createAccount, createEvent, createIdentity, createParticipation } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { listFellows } from "./fellows";

/** Ada organises, Grace and Linus come. */
async function together(
  db: Database,
  values: Partial<Event> = {},
  status: Participation["status"] = "approved",
) {
  const [ada, grace, linus] = [await createIdentity(db), await createIdentity(db), await createIdentity(db)];
  const event = await createEvent(db, { organizerId: ada.id, ...values });
  await createParticipation(db, event, { actorId: grace.id, status });
  await createParticipation(db, event, { actorId: linus.id, status: "approved" });
  return { ada: ada.id, grace: grace.id, linus: linus.id };
}

const areFellows = async (db: Database, one: string, other: string) =>
  (await listFellows(db, one, [other])).has(other);

describe("listFellows", () => {
  test("brings those who come together with each other and with the organiser", async ({ db }) => {
    const { ada, grace, linus } = await together(db);
    expect(await listFellows(db, grace, [ada, linus])).toEqual(new Set([ada, linus]));
    expect(await listFellows(db, ada, [grace, linus])).toEqual(new Set([grace, linus]));
    expect(await listFellows(db, linus, [])).toEqual(new Set());
  });

  test("knows no stranger, and nobody of another event", async ({ db }) => {
    const [{ ada, grace }, others] = [await together(db), await together(db)];
    const stranger = (await createIdentity(db)).id;
    expect(await listFellows(db, grace, [stranger, others.ada, others.grace, ada])).toEqual(new Set([ada]));
    expect(await listFellows(db, stranger, [ada, grace, others.ada])).toEqual(new Set());
  });

  test.for(["pending", "rejected", "left", "waitlisted", "unconfirmed"] as const)(
    "does not count who is %s",
    async (status, { db }) => {
      const { ada, grace, linus } = await together(db, {}, status);
      expect(await areFellows(db, ada, grace)).toBe(false);
      expect(await areFellows(db, grace, linus)).toBe(false);
      expect(await areFellows(db, ada, linus)).toBe(true);
    },
  );

  test("does not count cancelled events and drafts, but those that are over", async ({ db }) => {
    const cancelled = await together(db, { status: "cancelled" });
    const draft = await together(db, { publishedAt: null });
    const over = await together(db, {
      startsAt: new Date("2020-01-01T10:00Z"),
      endsAt: new Date("2020-01-01T11:00Z"),
    });
    expect(await areFellows(db, cancelled.ada, cancelled.grace)).toBe(false);
    expect(await areFellows(db, draft.ada, draft.grace)).toBe(false);
    expect(await areFellows(db, over.ada, over.grace)).toBe(true);
  });

  test("is of that identity alone, not of another face of its account", async ({ db }) => {
    const account = await createAccount(db);
    const [face, other] = [await createIdentity(db, { account }), await createIdentity(db, { account })];
    const event = await createEvent(db);
    await createParticipation(db, event, { actorId: face.id, status: "approved" });

    expect(await areFellows(db, event.organizerId, face.id)).toBe(true);
    expect(await areFellows(db, event.organizerId, other.id)).toBe(false);
    expect(await areFellows(db, face.id, other.id)).toBe(false);
  });

  test("does not count who blocks them, but where they report", async ({ db }) => {
    const { grace, linus } = await together(db);
    await db.insert(blocks).values({ blockerId: linus, blockedId: grace, kind: "block" });
    expect(await areFellows(db, grace, linus)).toBe(false);
    expect(await listFellows(db, grace, [linus], { evenBlocked: true })).toEqual(new Set([linus]));
    expect(await areFellows(db, linus, grace)).toBe(true);
  });
});
