import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { blocks } from "@/db/schema/blocks";
import { follows } from "@/db/schema/follows";
import { journal } from "@/db/schema/journal";
import { actingAs, createIdentity, createRemoteActor, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findBlock, listBlocked } from "@/lib/identities/blocks/queries";
import { blockIdentity, muteIdentity, unblockIdentity } from "./block";
import { followActor, followIdentity } from "./follow";

async function twoPeople(db: Database) {
  const [ada, grace] = [await createIdentity(db), await createIdentity(db)];
  const of = (actorId: string, otherId: string) => findBlock(db, { actorId, otherId });
  return { ada, grace, as: { ada: actingAs(db, ada.id), grace: actingAs(db, grace.id) }, of };
}

function followsBetween(db: Database, followerId: string, followedId: string) {
  return db.$count(follows, and(eq(follows.followerId, followerId), eq(follows.followedId, followedId)));
}

describe("blockIdentity", () => {
  test("holds for one identity alone, and ends what both follow", async ({ db }) => {
    const { ada, grace, as, of } = await twoPeople(db);
    await followIdentity(as.ada, grace);
    await followIdentity(as.grace, ada);

    await blockIdentity(as.ada, grace);
    await blockIdentity(as.ada, grace);

    expect(await of(ada.id, grace.id)).toBe("block");
    expect(await of(grace.id, ada.id)).toBeNull();
    expect(await followsBetween(db, ada.id, grace.id)).toBe(0);
    expect(await followsBetween(db, grace.id, ada.id)).toBe(0);
    expect(await listBlocked(db, ada.id)).toMatchObject([{ handle: grace.handle, kind: "block" }]);
    expect(await listBlocked(db, grace.id)).toEqual([]);
  });

  test("lets neither follow the other: to who is blocked there is nobody", async ({ db }) => {
    const { ada, grace, as } = await twoPeople(db);
    await blockIdentity(as.ada, grace);

    await expect(followIdentity(as.grace, ada)).rejects.toMatchObject({ reason: "identity_not_found" });
    await expect(followIdentity(as.ada, grace)).rejects.toMatchObject({ reason: "you_block_them" });
    const other = await createIdentity(db);
    await followIdentity(actingAs(db, other.id), ada);
    expect(await followsBetween(db, other.id, ada.id)).toBe(1);
  });

  test("takes those of other servers too, who follow no more", async ({ db }) => {
    const { ada, as } = await twoPeople(db);
    const rosa = await createRemoteActor(db);
    const uri = `${rosa.uri}/follows/1`;
    await followActor(actingAs(db, rosa.id), ada, { uri });
    await blockIdentity(as.ada, { handle: `${rosa.handle}@${rosa.domain}` });

    expect(await followsBetween(db, rosa.id, ada.id)).toBe(0);
    await expect(followActor(actingAs(db, rosa.id), ada, { uri })).rejects.toMatchObject({
      reason: "identity_not_found",
    });
    const told = await db.select({ kind: journal.kind }).from(journal).where(eq(journal.actorId, ada.id));
    expect(told).toEqual([{ kind: "identity.follow_rejected" }]);
  });

  test("refuses oneself, nobody, whose page is closed, and visitors", async ({ db }) => {
    const { ada, as } = await twoPeople(db);
    const shy = await createIdentity(db, { visibility: "participants" });
    await expect(blockIdentity(as.ada, ada)).rejects.toMatchObject({ code: "forbidden" });
    for (const handle of ["nobody_here", shy.handle])
      await expect(blockIdentity(as.ada, { handle })).rejects.toMatchObject({ reason: "identity_not_found" });
    const visitor = { db, actor: { kind: "anonymous" as const }, now };
    await expect(blockIdentity(visitor, ada)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(unblockIdentity(visitor, ada)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await db.$count(blocks)).toBe(0);
  });
});

describe("muteIdentity", () => {
  test("hinders nothing, and leaves a block as it is", async ({ db }) => {
    const { ada, grace, as, of } = await twoPeople(db);
    await muteIdentity(as.ada, grace);
    await muteIdentity(as.ada, grace);
    await followIdentity(as.grace, ada);
    expect(await of(ada.id, grace.id)).toBe("mute");

    await blockIdentity(as.ada, grace);
    await muteIdentity(as.ada, grace);
    expect(await of(ada.id, grace.id)).toBe("block");
  });
});

describe("unblockIdentity", () => {
  test("is the way back, also twice, for one's own alone", async ({ db }) => {
    const { ada, grace, as, of } = await twoPeople(db);
    await blockIdentity(as.ada, grace);
    await unblockIdentity(as.grace, ada);
    expect(await of(ada.id, grace.id)).toBe("block");

    await unblockIdentity(as.ada, grace);
    await unblockIdentity(as.ada, grace);
    expect(await of(ada.id, grace.id)).toBeNull();
    await followIdentity(as.grace, ada);
  });
});
