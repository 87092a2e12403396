import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import type { ActorRow } from "@/db/schema/actors";
import { actors } from "@/db/schema/actors";
import type { Event } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { servers } from "@/db/schema/servers";
import {
  actingAs,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { forgetByLink } from "@/lib/participation/by-mail/forget";
import { holderOf } from "@/lib/participation/by-mail/holder";
import { leaveByLink, replyByLink } from "@/lib/participation/by-mail/reply";
import { joinEvent } from "@/lib/participation/join";
import { leaveEvent } from "@/lib/participation/leave";
import { createQuestion } from "@/lib/participation/questions/testing/asked";
import { guideParticipant, tellGivenUp } from "./guidance";
import { fact, reading, said, saidText, surroundings } from "./testing/said";

const facts = {
  approved: "participation.approved",
  pending: "participation.requested",
  waitlisted: "participation.waitlisted",
  offered: "participation.offered",
} as const;

async function settle(db: Database, values: Partial<Event> = {}) {
  const people = await surroundings(db);
  await db.insert(servers).values({ domain: "bells.example", software: "carillon" });
  const rosa = await createRemoteActor(db, { domain: "bells.example", handle: "rosa" });
  const event = await createEvent(db, {
    ...{ slug: "repair", organizerId: people.ada.id, title: "Bike repair & tea", language: "fr" },
    ...values,
  });
  const guide = async (guest: ActorRow, status: keyof typeof facts, columns: Partial<Participation> = {}) => {
    const uri = `https://${guest.domain}/joins/${guest.handle}`;
    const waitRank = status === "waitlisted" ? 1 : null;
    const { id } = await createParticipation(db, event, {
      actorId: guest.id,
      status,
      uri,
      waitRank,
      ...columns,
    });
    const heard = fact({ kind: facts[status], eventId: event.id, participationId: id });
    for (const _ of ["once", "again"]) await guideParticipant(reading(db), heard);
    return id;
  };
  return { ...people, rosa, event, guide };
}

/** The secret in the last words that went out. */
async function tokenIn(db: Database): Promise<string> {
  const { content } = ((await said(db)).at(-1)!.activity as { object: { content: string } }).object;
  return /\/answers\/([\w-]+)"/.exec(content)![1]!;
}

describe("guideParticipant", () => {
  test("gives whoever is asked something a link, once, for their eyes alone", async ({ db }) => {
    const { event, guide, grace, alan, hedy } = await settle(db);
    await createQuestion(db, event, { isRequired: true });
    await guide(grace, "approved");
    await guide(alan, "pending");
    await guide(hedy, "waitlisted");
    const text = (await saidText(db))
      .replaceAll(/(words\/)[\w-]{16}/g, "$1…")
      .replaceAll(/(answers\/)[\w-]+/g, "$1…");
    await expect(text).toMatchFileSnapshot("golden/guidance.json");
  });

  test("offers a place with the way to take it", async ({ db }) => {
    const { guide, alan } = await settle(db, { language: "en" });
    await guide(alan, "offered", { offerEndsAt: new Date("2026-11-24T12:00:00Z") });
    const [offer] = await said(db);
    expect(offer).toMatchObject({
      to: ["mastodon.example"],
      activity: { to: [alan.uri], object: { to: [alan.uri] } },
    });
    expect(JSON.stringify(offer)).toContain("It is held until Tuesday 24 November 2026, 13:00 (Paris time)");
    expect(JSON.stringify(offer)).toContain("Take the place here:");
  });

  test("says nothing where their own server shows all, or they are of this one, or stand elsewhere by now", async ({
    db,
  }) => {
    const { guide, grace, alan, rosa, event } = await settle(db);
    await guide(grace, "approved");
    await guide(rosa, "waitlisted");
    const olga = await createRemoteActor(db, { domain: "bells.example", handle: "olga" });
    await guide(olga, "offered", { offerEndsAt: now });
    await guide(await createIdentity(db), "offered", { offerEndsAt: now });
    const left = await createParticipation(db, event, { actorId: alan.id, status: "left" });
    await guideParticipant(
      reading(db),
      fact({ kind: "participation.approved", eventId: event.id, participationId: left.id }),
    );
    expect(await said(db)).toEqual([]);
  });

  test("tells who may bring others that they may", async ({ db }) => {
    const { guide, grace } = await settle(db, { guestsAllowed: 3, language: "en" });
    await guide(grace, "approved");
    expect(JSON.stringify(await said(db))).toContain("You may bring others along: say how many.");
  });
});

describe("the link", () => {
  const coming = { answer: "going", message: "", adults: 0, children: 0, isHidden: false } as const;

  test("lets them answer what they are asked, as themselves", async ({ db }) => {
    const { event, guide, grace } = await settle(db);
    const question = await createQuestion(db, event, { isRequired: true });
    const id = await guide(grace, "approved");
    const token = await tokenIn(db);
    const ctx = { db, actor: { kind: "anonymous" as const }, now };
    expect(await holderOf(ctx, token)).toMatchObject({ participation: { id } });
    const answers = { [question.id]: ["Soup"] };
    await replyByLink(ctx, { ...coming, token, eventId: event.id, answers });
    await guideParticipant(reading(db), {
      ...fact({ kind: "participation.approved", eventId: event.id, participationId: id }),
      factId: 8,
    });
    expect(await said(db)).toHaveLength(1);
  });

  test("takes a place back, and their server hears of it", async ({ db }) => {
    const { guide, grace, event } = await settle(db, { guestsAllowed: 1 });
    const id = await guide(grace, "approved");
    const token = await tokenIn(db);
    const ctx = { db, actor: { kind: "anonymous" as const }, now };
    await leaveByLink(ctx, token);
    const left = fact({ kind: "participation.left" as const, eventId: event.id, participationId: id });
    await tellGivenUp(reading(db), { ...left, doerId: grace.id, origin: "remote" });
    await tellGivenUp(reading(db), left);
    expect((await said(db)).at(-1)).toMatchObject({
      to: ["mobilizon.example"],
      activity: {
        type: "Reject",
        standing: "left",
        to: [grace.uri],
        object: { type: "Join", actor: grace.uri },
      },
    });
    await expect(forgetByLink(ctx, token)).rejects.toMatchObject({ reason: "answer_link_over" });
    expect(await holderOf(ctx, token)).toMatchObject({ participation: { status: "left" } });
  });

  test("ends when they leave at home, answer anew there, or go", async ({ db }) => {
    const { guide, grace, event } = await settle(db, { guestsAllowed: 1 });
    const id = await guide(grace, "approved");
    const token = await tokenIn(db);
    const ctx = { db, actor: { kind: "anonymous" as const }, now };
    const isOver = { reason: "answer_link_over" };
    const asGrace = actingAs(db, grace.id);
    const [before] = await db.select().from(participations).where(eq(participations.id, id));

    await leaveEvent(asGrace, event.id, { said: { word: "leave", at: now } });
    await expect(holderOf(ctx, token)).rejects.toMatchObject(isOver);
    const at = new Date(now.getTime() + 1000);
    await joinEvent(asGrace, {
      eventId: event.id,
      said: { word: "join", at, uri: "https://mobilizon.example/joins/2" },
    });
    await expect(holderOf(ctx, token)).rejects.toMatchObject(isOver);

    await db.update(participations).set({ uri: before!.uri }).where(eq(participations.id, id));
    expect(await holderOf(ctx, token)).toMatchObject({ participation: { id } });
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, grace.id));
    await expect(holderOf(ctx, token)).rejects.toMatchObject(isOver);
    await expect(holderOf(ctx, `${token}x`)).rejects.toMatchObject(isOver);
  });
});
