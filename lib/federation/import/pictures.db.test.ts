import { eq } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { journal } from "@/db/schema/journal";
import { media } from "@/db/schema/media";
import { remoteActors } from "@/db/schema/remote-actors";
import { domainPolicies } from "@/db/schema/servers";
import { createRemoteActor, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { drawing } from "@/lib/media/testing/pictures";
import { fetchPicture } from "./pictures";

const safeFetch = vi.hoisted(() => vi.fn());
vi.mock("@/lib/core/env", () => import("@/lib/media/testing/env"));
vi.mock(import("@/lib/core/net/safe-fetch"), () => ({ safeFetch }) as never);

const system = { actor: { kind: "system" as const }, now };
const url = "https://far.example/picture";

async function answers(body?: Uint8Array, status = 200) {
  const bytes = body ?? new Uint8Array(await drawing(40, 30).png().toBuffer());
  safeFetch.mockResolvedValue({ url: new URL(url), status, type: "image/png", body: bytes, isCut: false });
}

describe("fetchPicture", () => {
  test("keeps what an event shows, with what is said of it, and takes the old one away", async ({ db }) => {
    await answers();
    const event = await createRemoteEvent(db, { remote: { pictureUrl: url, pictureAlt: "A choir" } });
    await fetchPicture({ ...system, db }, { kind: "event", ofId: event.id });
    const [first] = await db.select().from(media);
    expect(first).toMatchObject({ kind: "picture", alt: "A choir", status: "waiting" });
    await fetchPicture({ ...system, db }, { kind: "event", ofId: event.id });
    const [after] = await db.select().from(events);
    const kept = await db.select().from(media);
    expect(kept.map(({ id }) => id)).toEqual([after?.pictureId]);
    expect(after?.pictureId).not.toBe(first?.id);
    const facts = await db.select().from(journal);
    expect(facts.map(({ kind, origin }) => [kind, origin])).toEqual([
      ["event.updated", "remote"],
      ["event.updated", "remote"],
    ]);
  });

  test("keeps faces and banners of people", async ({ db }) => {
    await answers();
    const actor = await createRemoteActor(db, { remote: { avatarUrl: url, bannerUrl: url } });
    for (const kind of ["avatar", "banner"] as const)
      await fetchPicture({ ...system, db }, { kind, ofId: actor.id });
    const [after] = await db.select().from(actors).where(eq(actors.id, actor.id));
    expect(after?.avatarId).not.toBeNull();
    expect(after?.bannerId).not.toBeNull();
    expect((await db.select().from(journal)).map(({ kind }) => kind)).toEqual([
      "identity.updated",
      "identity.updated",
    ]);
  });

  test("leaves out what is no picture, not there, of a server without pictures here, or wanted no more", async ({
    db,
  }) => {
    const ctx = { ...system, db };
    const actor = await createRemoteActor(db, { remote: { avatarUrl: url } });
    const shower = { kind: "avatar", ofId: actor.id } as const;
    await answers(new TextEncoder().encode("<svg onload=x>"));
    await fetchPicture(ctx, shower);
    await answers(undefined, 404);
    await fetchPicture(ctx, shower);
    safeFetch.mockResolvedValue({ refusal: "address_refused" });
    await fetchPicture(ctx, shower);
    safeFetch.mockResolvedValue({ refusal: "too_long" });
    await fetchPicture(ctx, shower);
    await fetchPicture(ctx, { kind: "banner", ofId: actor.id });
    await fetchPicture(ctx, { kind: "event", ofId: actor.id });
    await db.insert(domainPolicies).values({ domain: "rejected.example", severity: "reject_media" });
    const rejected = await createRemoteActor(db, { domain: "rejected.example", remote: { avatarUrl: url } });
    safeFetch.mockClear();
    await fetchPicture(ctx, { kind: "avatar", ofId: rejected.id });
    expect(safeFetch).not.toHaveBeenCalled();

    await answers();
    safeFetch.mockImplementationOnce(async () => {
      await db
        .update(remoteActors)
        .set({ avatarUrl: `${url}2` })
        .where(eq(remoteActors.actorId, actor.id));
      return { url: new URL(url), status: 200, type: "image/png", body: new Uint8Array(), isCut: false };
    });
    await fetchPicture(ctx, shower);
    expect(await db.select().from(media)).toEqual([]);
  });

  test("is tried again when the server is down", async ({ db }) => {
    const actor = await createRemoteActor(db, { remote: { avatarUrl: url } });
    const fetching = () => fetchPicture({ ...system, db }, { kind: "avatar", ofId: actor.id });
    safeFetch.mockResolvedValue({ refusal: "unreachable" });
    await expect(fetching()).rejects.toThrow("unreachable");
    await answers(undefined, 503);
    await expect(fetching()).rejects.toThrow("503");
  });
});
