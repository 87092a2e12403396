import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { announcementRecipients, announcements } from "@/db/schema/announcements";
import {
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "@/lib/events/testing/facts";
import { listAnnouncementsTo } from "@/lib/participation/announcements/queries";
import { emptyWeb, farActor, farNote } from "../testing/web";
import { importActor } from "./actor";
import { takeObject } from "./take";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching);

beforeEach(emptyWeb);

async function settle(db: Database) {
  const rosa = farActor("rosa");
  const ctx = { db, actor: { kind: "system" as const }, now };
  const { id: organizerId } = await importActor(ctx, rosa.id);
  const event = await createRemoteEvent(db, { organizerId });
  const grace = await createIdentity(db, { handle: "grace" });
  const participation = await createParticipation(db, event, { actorId: grace.id, status: "approved" });
  const words = (slug: string, values: Record<string, unknown> = {}) =>
    farNote(slug, {
      by: rosa,
      to: [grace.uri],
      tag: [{ type: "Mention", href: grace.uri, name: "@grace@localhost:3000" }],
      inReplyTo: event.uri,
      content: `<p><a href="${grace.uri}">@grace@localhost:3000</a></p><p>A place is free:<br><a href="https://far.example/answers/x">https://far.example/answers/x</a></p>`,
      ...values,
    });
  const take = async (note: ReturnType<typeof words>, by = rosa) => {
    const sender = await importActor(ctx, by.id);
    const as = { ...ctx, actor: { kind: "identity" as const, actorId: sender.id } };
    const { outcome, ...rest } = await takeObject(as, note, { by: { uri: by.id } });
    return [outcome, ...Object.values(rest)].join(": ");
  };
  return { rosa, event, grace, participation, words, take };
}

describe("takePrivateNote", () => {
  test("brings words of a host to whoever answered the event, once, and to nobody else", async ({ db }) => {
    const { event, grace, participation, words, take } = await settle(db);
    const other = await createParticipation(db, event, { status: "approved" });
    for (const _ of ["once", "again"]) expect(await take(words("1"))).toBe("handled");

    expect(await listAnnouncementsTo(db, event.id, { actorIds: [grace.id] })).toMatchObject([
      { body: "A place is free:\nhttps://far.example/answers/x", author: "rosa of far.example", sentAt: now },
    ]);
    expect(await listAnnouncementsTo(db, event.id, { actorIds: [other.actorId!] })).toEqual([]);
    expect(await db.select().from(announcementRecipients)).toMatchObject([
      { participationId: participation.id },
    ]);
    expect(await kindsOf(db, event.id)).toEqual(["announcement.sent"]);
  });

  test("also where the event is what it is about, not what it answers", async ({ db }) => {
    const { event, words, take } = await settle(db);
    expect(await take(words("1", { inReplyTo: undefined, context: event.uri }))).toBe("handled");
  });

  test("lets everything else go: other private messages, strangers' words, events of ours", async ({
    db,
  }) => {
    const { event, grace, words, take, rosa } = await settle(db);
    const ours = await createEvent(db);
    expect(await take(words("1", { inReplyTo: ours.uri }))).toBe("ignored: private");
    expect(await take(words("2", { inReplyTo: undefined }))).toBe("ignored: private");
    expect(await take(words("3", { to: [`${rosa.id}/followers`], tag: [] }))).toBe("ignored: private");
    expect(await take(words("4", { content: "" }))).toBe("ignored: private");
    const mallory = farActor("mallory");
    const forged = farNote("5", { by: mallory, to: [grace.uri], inReplyTo: event.uri });
    await expect(take(forged, mallory)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.select().from(announcements)).toEqual([]);
  });

  test("tells nothing to whoever left, or never answered", async ({ db }) => {
    const { event, words, take } = await settle(db);
    const never = await createIdentity(db);
    const left = await createIdentity(db);
    await createParticipation(db, event, { actorId: left.id, status: "left" });
    for (const [slug, { uri }] of [["1", never] as const, ["2", left] as const])
      await expect(take(words(slug, { to: [uri], tag: [] }))).rejects.toMatchObject({
        reason: "participation_not_found",
      });
  });

  test("does not let a day be filled", async ({ db }) => {
    const { words, take } = await settle(db);
    for (let n = 0; n < 30; n++) expect(await take(words(String(n)))).toBe("handled");
    await expect(take(words("31"))).rejects.toMatchObject({ reason: "too_many_today" });
  });
});
