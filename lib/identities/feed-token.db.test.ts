import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { actors } from "@/db/schema/actors";
import { feedTokens } from "@/db/schema/feed-tokens";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { hashToken } from "@/lib/core/crypto";
import { facesOfFeed, listFeedTokens, renewFeedToken } from "./feed-token";

describe("renewFeedToken", () => {
  test("makes an address that can be shown again, and keeps its secret nowhere", async ({ db }) => {
    const ada = await createIdentity(db);
    const token = await renewFeedToken(actingAs(db, ada.id));

    expect(await listFeedTokens(db, { actorIds: [ada.id] })).toEqual(new Map([[ada.id, token]]));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await db.select().from(feedTokens))).not.toContain(token);
  });

  test("repeated, makes another one and ends the first", async ({ db }) => {
    const ada = await createIdentity(db);
    const first = await renewFeedToken(actingAs(db, ada.id));
    const second = await renewFeedToken(actingAs(db, ada.id));

    expect(await facesOfFeed(db, hashToken(first))).toEqual([]);
    expect(await facesOfFeed(db, hashToken(second))).toEqual([{ actorId: ada.id }]);
  });

  test("gives an account one for all of its identities, and each of those one of its own", async ({ db }) => {
    const account = await createAccount(db);
    const [ada, climber] = [await createIdentity(db, { account }), await createIdentity(db, { account })];
    await createIdentity(db);
    const actor = { kind: "account", accountId: account.id, role: "member" } as const;
    const combined = await renewFeedToken({ db, actor, now });
    const own = await renewFeedToken(actingAs(db, ada.id));

    const faces = await facesOfFeed(db, hashToken(combined));
    expect(faces.map(({ actorId }) => actorId).sort()).toEqual([ada.id, climber.id].sort());
    expect(await facesOfFeed(db, hashToken(own))).toEqual([{ actorId: ada.id }]);
    const tokens = await listFeedTokens(db, { actorIds: [ada.id, climber.id], accountId: account.id });
    expect(tokens).toEqual(
      new Map([
        [ada.id, own],
        [account.id, combined],
      ]),
    );
  });

  test("is not shown if the server has another secret now than when it was made", async ({ db }) => {
    const ada = await createIdentity(db);
    await renewFeedToken(actingAs(db, ada.id));
    await db.update(feedTokens).set({ nonce: "as under another secret" });
    expect(await listFeedTokens(db, { actorIds: [ada.id] })).toEqual(new Map());
  });

  test("is for somebody", async ({ db }) => {
    for (const kind of ["anonymous", "system"] as const) {
      await expect(renewFeedToken({ db, actor: { kind }, now })).rejects.toMatchObject({
        reason: "sign_in_first",
      });
    }
  });

  test("shows nothing of an identity that is gone", async ({ db }) => {
    const ada = await createIdentity(db);
    const token = await renewFeedToken(actingAs(db, ada.id));
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, ada.id));
    expect(await facesOfFeed(db, hashToken(token))).toEqual([]);
  });
});
