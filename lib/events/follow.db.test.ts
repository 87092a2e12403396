import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { follows } from "@/db/schema/follows";
import { journal } from "@/db/schema/journal";
import {
  actingAs,
  createEvent,
  createIdentity,
  createParticipation,
  createRemoteActor,
  createRemoteEvent,
  now,
} from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { followIdentity, unfollowIdentity } from "./follow";
import { countUpcomingFollowed, listFollowed, listFollowStatuses, listUpcomingFollowed } from "./followed";
import type { FeedSource } from "./input";

const tomorrow = new Date("2026-11-24T18:00Z");

describe("followIdentity", () => {
  test("follows once, as one identity alone, and says so in one fact", async ({ db }) => {
    const [ada, grace] = [await createIdentity(db, { handle: "ada_f" }), await createIdentity(db)];
    await followIdentity(actingAs(db, grace.id), { handle: "ada_f" });
    await followIdentity(actingAs(db, grace.id), { handle: "ada_f" });

    expect(await listFollowStatuses(db, [grace.id, ada.id], ada.id)).toEqual(
      new Map([[grace.id, "accepted"]]),
    );
    expect((await listFollowed(db, grace.id)).map(({ handle }) => handle)).toEqual(["ada_f"]);
    const facts = await db.select().from(journal).where(eq(journal.kind, "identity.followed"));
    expect(facts).toMatchObject([{ actorId: grace.id, payload: { actorId: ada.id } }]);
  });

  test("refuses oneself, nobody, and visitors", async ({ db }) => {
    const { id, handle } = await createIdentity(db);
    await expect(followIdentity(actingAs(db, id), { handle })).rejects.toMatchObject({ code: "forbidden" });
    await expect(followIdentity(actingAs(db, id), { handle: "nobody_here" })).rejects.toMatchObject({
      reason: "identity_not_found",
    });
    const nobody = { db, actor: { kind: "anonymous" as const }, now };
    await expect(followIdentity(nobody, { handle })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("knows those who are not for everybody only by what one goes to together", async ({ db }) => {
    const shy = await createIdentity(db, { visibility: "participants" });
    const grace = await createIdentity(db);
    const follow = () => followIdentity(actingAs(db, grace.id), { handle: shy.handle });
    await expect(follow()).rejects.toMatchObject({ reason: "identity_not_found" });

    const event = await createEvent(db, { organizerId: shy.id });
    await createParticipation(db, event, { actorId: grace.id, status: "approved" });
    await follow();
    expect((await listFollowStatuses(db, [grace.id], shy.id)).get(grace.id)).toBe("accepted");
  });
});

describe("unfollowIdentity", () => {
  test("ends it, also twice, and leaves the follows of others alone", async ({ db }) => {
    const [ada, grace, linus] = [
      await createIdentity(db),
      await createIdentity(db),
      await createIdentity(db),
    ];
    for (const { id } of [grace, linus]) await followIdentity(actingAs(db, id), { handle: ada.handle });
    await unfollowIdentity(actingAs(db, grace.id), { handle: ada.handle });
    await unfollowIdentity(actingAs(db, grace.id), { handle: ada.handle });

    const left = await db.select().from(follows).where(eq(follows.followedId, ada.id));
    expect(left.map(({ followerId }) => followerId)).toEqual([linus.id]);
    const facts = await db.select().from(journal).where(eq(journal.kind, "identity.unfollowed"));
    expect(facts).toHaveLength(1);
  });
});

describe("listUpcomingFollowed", () => {
  test("has what they announce to everybody, alone or with others; nothing where nobody is followed", async ({
    db,
  }) => {
    const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
    const titles = async () =>
      (await listUpcomingFollowed(db, grace.id, { now, size: 6 }))?.map(({ event }) => event.title);
    expect(await titles()).toBeUndefined();

    await followIdentity(actingAs(db, grace.id), { handle: ada.handle });
    expect(await titles()).toEqual([]);
    await createEvent(db, { title: "Own", organizerId: ada.id });
    await createEvent(db, { title: "Together", hostIds: [ada.id], startsAt: new Date("2026-11-25T18:00Z") });
    await createEvent(db, { title: "By link", organizerId: ada.id, visibility: "unlisted" });
    await createEvent(db, { title: "Of others" });
    expect(await titles()).toEqual(["Together", "Own"]);
  });

  test("has what other servers tell those who follow, page by page and by server", async ({ db }) => {
    const [ada, grace, noor] = [
      await createIdentity(db),
      await createIdentity(db),
      await createRemoteActor(db),
    ];
    await followIdentity(actingAs(db, grace.id), { handle: ada.handle });
    const follow = { followerId: grace.id, followedId: noor.id, uri: "http://localhost:3000/follows/a" };
    await db.insert(follows).values({ ...follow, status: "pending" });
    await createEvent(db, { title: "Here", organizerId: ada.id });
    for (const [title, visibility] of [
      ["Far", "public"],
      ["For followers", "unlisted"],
    ] as const)
      await createRemoteEvent(db, { title, visibility, organizerId: noor.id, startsAt: tomorrow });
    const titles = async (source: FeedSource, page = 1) =>
      (await listUpcomingFollowed(db, grace.id, { now, size: 2, source, page }))
        ?.map(({ event }) => event.title)
        .toSorted();
    expect(await titles("all")).toEqual(["Here"]);

    await db.update(follows).set({ status: "accepted" });
    expect([await titles("all"), await titles("all", 2)]).toEqual([["Far", "For followers"], ["Here"]]);
    expect([await titles("here"), await titles("elsewhere")]).toEqual([["Here"], ["Far", "For followers"]]);
    expect(await countUpcomingFollowed(db, grace.id, { now })).toBe(3);
    expect(await countUpcomingFollowed(db, grace.id, { now, source: "elsewhere" })).toBe(2);
  });
});
