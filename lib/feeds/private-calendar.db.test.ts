import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { participations } from "@/db/schema/participations";
import {
  actingAs,
  createAccount,
  createEvent,
  createIdentity,
  createParticipation,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { renewFeedToken } from "@/lib/identities/feed-token";
import { findPrivateCalendar } from "@/lib/participation/private-calendar";
import { privateCalendarText } from "./private-calendar";

/** What a calendar program makes of the file. */
async function read(db: Database, token: string) {
  const found = await findPrivateCalendar(db, { token, now });
  if (!found) return null;
  const text = privateCalendarText(found);
  const file = new ICAL.Component(ICAL.parse(text));
  const listed = file.getAllSubcomponents("vevent").map((event) => ({
    title: event.getFirstPropertyValue("summary"),
    status: event.getFirstPropertyValue("status"),
    online: event.getFirstPropertyValue("conference"),
    uid: event.getFirstPropertyValue("uid"),
  }));
  return { text, name: file.getFirstPropertyValue("x-wr-calname"), listed };
}

async function twoFaces(db: Database) {
  const account = await createAccount(db);
  const ada = await createIdentity(db, { account, name: "Ada Marchand" });
  const climber = await createIdentity(db, { account, name: "La Grimpe" });
  const combined = { db, actor: { kind: "account", accountId: account.id, role: "member" } as const, now };
  return { ada, climber, combined };
}

const inDays = (days: number) => {
  const startsAt = new Date(now.getTime() + days * 86_400_000);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) };
};

describe("a private calendar", () => {
  test("has what an identity organises, goes to and waits for, by date", async ({ db }) => {
    const ada = await createIdentity(db, { name: "Ada Marchand" });
    await createEvent(db, { title: "Own", organizerId: ada.id, ...inDays(3) });
    await createEvent(db, { title: "Draft", organizerId: ada.id, publishedAt: null, ...inDays(3) });
    const rows = [
      { status: "approved", title: "In" },
      { status: "pending", title: "Asked" },
      { status: "waitlisted", title: "In line", waitRank: 1 },
      { status: "offered", title: "Held", offerEndsAt: now },
      { status: "maybe", title: "Perhaps" },
      { status: "declined", title: "Cannot" },
      { status: "rejected", title: "Refused" },
      { status: "left", title: "Left" },
    ] as const;
    for (const { title, ...values } of rows)
      await createParticipation(db, await createEvent(db, { title, ...inDays(1) }), {
        actorId: ada.id,
        ...values,
      });
    await createEvent(db, { title: "Of somebody else" });

    const calendar = await read(db, await renewFeedToken(actingAs(db, ada.id)));
    expect(calendar?.name).toBe("Ada Marchand");
    expect(calendar?.listed.map(({ title, status }) => [title, status])).toEqual(
      expect.arrayContaining([
        ["In", "CONFIRMED"],
        ["Asked", "TENTATIVE"],
        ["In line", "TENTATIVE"],
        ["Held", "TENTATIVE"],
        ["Perhaps", "TENTATIVE"],
        ["Own", "CONFIRMED"],
      ]),
    );
    expect(calendar?.listed).toHaveLength(6);
    expect(calendar?.listed.at(-1)?.title).toBe("Own");
  });

  test("tells where it happens online to whoever is in, and not to whoever waits", async ({ db }) => {
    const ada = await createIdentity(db);
    const event = await createEvent(db, {
      joinMode: "approval",
      onlineUrl: "https://meet.example/room",
      placeName: "",
    });
    const token = await renewFeedToken(actingAs(db, ada.id));
    const waiting = await createParticipation(db, event, { actorId: ada.id, status: "pending" });
    expect((await read(db, token))?.text).not.toContain("meet.example");

    await db.update(participations).set({ status: "approved" }).where(eq(participations.id, waiting.id));
    expect((await read(db, token))?.listed[0]).toMatchObject({
      online: "https://meet.example/room",
      status: "CONFIRMED",
    });
  });

  test("keeps what was called off, as called off", async ({ db }) => {
    const event = await createEvent(db, { status: "cancelled" });
    const ada = await createIdentity(db);
    await createParticipation(db, event, { actorId: ada.id, status: "pending" });
    const calendar = await read(db, await renewFeedToken(actingAs(db, ada.id)));
    expect(calendar?.listed[0]?.status).toBe("CANCELLED");
  });

  test("goes back 90 days and stops at 1,000", async ({ db }) => {
    const ada = await createIdentity(db);
    await createEvent(db, { title: "Long ago", organizerId: ada.id, ...inDays(-91) });
    await createEvent(db, { title: "Lately", organizerId: ada.id, ...inDays(-89) });
    const token = await renewFeedToken(actingAs(db, ada.id));
    expect((await read(db, token))?.listed.map(({ title }) => title)).toEqual(["Lately"]);

    const many = Array.from({ length: 1005 }, (_, index) => ({
      slug: `many-${index}`,
      uri: `http://localhost:3000/events/many-${index}`,
      organizerId: ada.id,
      title: `Number ${index}`,
      zone: "Europe/Paris",
      publishedAt: now,
      ...inDays(index + 1),
    }));
    await db.insert(events).values(many);
    const { listed } = (await read(db, token))!;
    expect(listed).toHaveLength(1000);
    expect(listed[0]?.title).toBe("Lately");
  });

  test("of an account has each event once, in the firmest way", async ({ db }) => {
    const { ada, climber, combined } = await twoFaces(db);
    const both = await createEvent(db, { title: "Both" });
    await createParticipation(db, both, { actorId: ada.id, status: "pending" });
    await createParticipation(db, both, { actorId: climber.id, status: "approved" });
    const event = await createEvent(db, { title: "Climbing", organizerId: climber.id });

    const calendar = await read(db, await renewFeedToken(combined));
    expect(calendar?.name).toBe("Carillon");
    expect(calendar?.listed.map(({ title, status }) => `${title} ${status}`).sort()).toEqual([
      "Both CONFIRMED",
      "Climbing CONFIRMED",
    ]);
    expect(calendar?.listed.map(({ uid }) => uid)).toContain(`${event.slug}@localhost:3000`);
  });

  test("of one identity is byte for byte the same whatever the others of its account do", async ({ db }) => {
    const { ada, climber } = await twoFaces(db);
    const event = await createEvent(db, { joinMode: "approval", onlineUrl: "https://meet.example/room" });
    await createParticipation(db, event, { actorId: ada.id, status: "pending" });
    const token = await renewFeedToken(actingAs(db, ada.id));
    const before = await read(db, token);

    await createParticipation(db, event, { actorId: climber.id, status: "approved" });
    await createEvent(db, { organizerId: climber.id });
    await renewFeedToken(actingAs(db, climber.id));
    expect(await read(db, token)).toEqual(before);
    expect(before?.text).not.toContain("La Grimpe");
  });

  test("without events is a calendar all the same", async ({ db }) => {
    const ada = await createIdentity(db, { name: "Ada" });
    expect(await read(db, await renewFeedToken(actingAs(db, ada.id)))).toMatchObject({
      name: "Ada",
      listed: [],
    });
  });

  test("is not there for a secret that is none, that was renewed, or whose identity is gone", async ({
    db,
  }) => {
    const ada = await createIdentity(db);
    await createEvent(db, { organizerId: ada.id });
    const first = await renewFeedToken(actingAs(db, ada.id));
    const second = await renewFeedToken(actingAs(db, ada.id));
    expect(await read(db, "x")).toBeNull();
    expect(await read(db, first)).toBeNull();
    expect(await read(db, second)).not.toBeNull();

    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, ada.id));
    expect(await read(db, second)).toBeNull();
  });
});
