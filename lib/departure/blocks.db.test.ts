import { describe, expect } from "vitest";
import { blocks } from "@/db/schema/blocks";
import { actingAs, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { blockIdentity, muteIdentity } from "@/lib/events/block";
import { blockObjects } from "./archive/own-blocks";
import { eraseIdentity } from "./erase-identity";
import { createOrphan } from "./testing/orphan";

describe("blocks", () => {
  test("go with either side", async ({ db }) => {
    const [gone, ada] = [await createOrphan(db), await createIdentity(db)];
    await blockIdentity(actingAs(db, ada.id), gone);
    await blockIdentity(actingAs(db, gone.id), ada);
    await eraseIdentity(actingAs(db, gone.id), gone.id);
    expect(await db.$count(blocks)).toBe(0);
  });

  test("are taken along by whose they are", async ({ db }) => {
    const [ada, grace, rosa] = [await createIdentity(db), await createIdentity(db), await createIdentity(db)];
    await blockIdentity(actingAs(db, ada.id), grace);
    await muteIdentity(actingAs(db, ada.id), rosa);
    const taken = await Array.fromAsync(blockObjects(db, ada));
    expect(taken).toHaveLength(2);
    expect(taken).toContainEqual(expect.objectContaining({ type: "Block", object: grace.uri }));
    expect(taken).toContainEqual(expect.objectContaining({ type: "Ignore", object: rosa.uri }));
    expect(await Array.fromAsync(blockObjects(db, grace))).toEqual([]);
  });
});
