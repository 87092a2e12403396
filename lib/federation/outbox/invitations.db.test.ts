import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { ActorRow } from "@/db/schema/actors";
import { eventInvitations } from "@/db/schema/event-invitations";
import { type Event, events } from "@/db/schema/events";
import { servers } from "@/db/schema/servers";
import {
  createEvent,
  createIdentity,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { inviteElsewhere, uninviteElsewhere } from "./invitations";
import { fact, reading, said, saidText, surroundings } from "./testing/said";

async function settle(db: Database) {
  const people = await surroundings(db);
  await db.update(servers).set({ askedAt: now });
  await db.insert(servers).values({ domain: "hub.example", software: "hubzilla", askedAt: now });
  const hal = await createRemoteActor(db, { domain: "hub.example", handle: "of_hub" });
  const event = await createEvent(db, {
    ...{ slug: "repair", organizerId: people.ada.id, title: "Bike repair & tea", language: "fr" },
    ...{ joinMode: "approval", createdAt: now, updatedAt: now, publishedAt: now },
  });
  return { ...people, hal, event };
}

async function invite(db: Database, event: Event, { id: actorId, handle }: ActorRow) {
  const [invitation] = await db
    .insert(eventInvitations)
    .values({
      ...{ eventId: event.id, actorId, invitedById: event.organizerId, createdAt: now },
      uri: `http://localhost:3000/invitations/of_${handle}`,
    })
    .returning();
  return fact({ kind: "event.invited" as const, eventId: event.id, actorId, invitationId: invitation!.id });
}

describe("inviteElsewhere", () => {
  test("says it once to each: as an Invite with the event, or in words with the link", async ({ db }) => {
    const { event, hal, alan, grace } = await settle(db);
    for (const guest of [hal, alan, grace]) {
      const invited = await invite(db, event, guest);
      for (const _ of ["once", "again"]) await inviteElsewhere(reading(db), invited);
    }
    await expect(await saidText(db)).toMatchFileSnapshot("golden/invitations.json");
  });

  test("says nothing to people of this server, of what was taken back or called off, or of events elsewhere", async ({
    db,
  }) => {
    const { event, grace, alan } = await settle(db);
    await inviteElsewhere(reading(db), await invite(db, event, await createIdentity(db)));
    const taken = await invite(db, event, grace);
    await db.delete(eventInvitations);
    await inviteElsewhere(reading(db), taken);
    await inviteElsewhere(reading(db), await invite(db, await createRemoteEvent(db), grace));
    const off = await invite(db, event, alan);
    await db.update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    await inviteElsewhere(reading(db), off);
    expect(await said(db)).toEqual([]);
  });

  test("waits a moment for what software a server runs that was heard of just now", async ({ db }) => {
    const { event } = await settle(db);
    const rosa = await createRemoteActor(db, { domain: "new.example" });
    const invited = await invite(db, event, rosa);
    await inviteElsewhere(reading(db), invited);
    expect(await said(db)).toEqual([]);
    await inviteElsewhere({ ...reading(db), now: new Date(now.getTime() + 10_000) }, invited);
    expect(await said(db)).toMatchObject([
      { to: ["new.example"], activity: { type: "Invite" } },
      { to: ["new.example"], activity: { type: "Create" } },
    ]);
  });
});

describe("uninviteElsewhere", () => {
  test("takes the Invite back, and the words away", async ({ db }) => {
    const { event, ada, hal, alan } = await settle(db);
    for (const guest of [hal, alan]) {
      const back = {
        ...{ kind: "event.uninvited" as const, eventId: event.id, actorId: guest.id, inviterId: ada.id },
        uri: `http://localhost:3000/invitations/of_${guest.handle}`,
      };
      for (const _ of ["once", "again"]) await uninviteElsewhere(reading(db), fact(back));
      await uninviteElsewhere(reading(db), { ...fact(back), origin: "remote" });
    }
    await expect(await saidText(db)).toMatchFileSnapshot("golden/invitations-taken-back.json");
  });
});
