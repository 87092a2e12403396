import { describe, expect } from "vitest";
import { blockedDomains, blocks, mutedWords } from "@/db/schema/blocks";
import { actingAs, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { blockIdentity, muteIdentity } from "@/lib/events/block";
import { blockDomain } from "@/lib/events/block-domain";
import { muteWord } from "@/lib/identities/blocks/mute-word";
import { blockObjects } from "./archive/own-blocks";
import { eraseIdentity } from "./erase-identity";
import { createOrphan } from "./testing/orphan";

describe("blocks", () => {
  test("go with either side", async ({ db }) => {
    const [gone, ada] = [await createOrphan(db), await createIdentity(db)];
    await blockIdentity(actingAs(db, ada.id), gone);
    await blockIdentity(actingAs(db, gone.id), ada);
    await blockDomain(actingAs(db, gone.id), { domain: "far.example", kind: "block" });
    await muteWord(actingAs(db, gone.id), { word: "noise", lasts: "ever" });
    await eraseIdentity(actingAs(db, gone.id), gone.id);
    for (const table of [blocks, blockedDomains, mutedWords]) expect(await db.$count(table)).toBe(0);
  });

  test("are taken along by whose they are", async ({ db }) => {
    const [ada, grace, rosa] = [await createIdentity(db), await createIdentity(db), await createIdentity(db)];
    await blockIdentity(actingAs(db, ada.id), grace);
    await muteIdentity(actingAs(db, ada.id), rosa);
    await blockDomain(actingAs(db, ada.id), { domain: "far.example", kind: "block" });
    await muteWord(actingAs(db, ada.id), { word: "noise", lasts: "week" });
    const taken = await Array.fromAsync(blockObjects(db, ada));
    expect(taken).toHaveLength(4);
    expect(taken).toContainEqual(expect.objectContaining({ type: "Block", object: "https://far.example/" }));
    expect(taken).toContainEqual(expect.objectContaining({ type: "Ignore", content: "noise" }));
    expect(taken).toContainEqual(expect.objectContaining({ type: "Block", object: grace.uri }));
    expect(taken).toContainEqual(expect.objectContaining({ type: "Ignore", object: rosa.uri }));
    expect(await Array.fromAsync(blockObjects(db, grace))).toEqual([]);
  });
});
