import { asc, eq, sql } from "drizzle-orm";
import { describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { actorFields, actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { media } from "@/db/schema/media";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { drawing } from "@/lib/media/testing/pictures";
import { findProfile } from "./queries";
import { updateIdentity } from "./update";

vi.mock("@/lib/core/env", async () => {
  const { env } = await import("@/lib/media/testing/env");
  return { env: () => ({ ...env(), ORIGIN: "http://localhost:3000" }) };
});

const input = { name: "New name", summary: "*New* text" };
const picture = async () => new File([new Uint8Array(await drawing(600, 200).png().toBuffer())], "me.png");
const pictures = async (db: Database) => (await db.select({ id: media.id }).from(media)).map(({ id }) => id);

/** The lines of an identity, and which of them a job looks at. */
async function linesOf(db: Database, actorId: string) {
  const jobs = await db.execute<{ key: string }>(
    sql`select key from graphile_worker.jobs where key is not null`,
  );
  const keys = new Set(jobs.map(({ key }) => key));
  const rows = await db
    .select()
    .from(actorFields)
    .where(eq(actorFields.actorId, actorId))
    .orderBy(asc(actorFields.position));
  return rows.map(({ id, name, value, verifiedAt }) => [
    name,
    value,
    verifiedAt,
    keys.has(`verify-field:${id}`),
  ]);
}

describe("updateIdentity", () => {
  test("changes name and description, whose HTML is made safe", async ({ db }) => {
    const identity = await createIdentity(db);
    const summary = 'Hello <script>alert(1)</script> <img src=x onerror="alert(1)">';

    const updated = await updateIdentity(actingAs(db, identity.id), identity.id, { ...input, summary });

    expect(updated).toMatchObject({ name: "New name", summary });
    expect(updated.summaryHtml).not.toMatch(/<script|<img/);
  });

  test("refuses every other identity, also of the same account", async ({ db }) => {
    const account = await createAccount(db);
    const [one, other] = [await createIdentity(db, { account }), await createIdentity(db, { account })];

    const updating = updateIdentity(actingAs(db, other.id), one.id, input);
    await expect(updating).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses an identity that is gone", async ({ db }) => {
    const identity = await createIdentity(db, { deletedAt: now });

    const updating = updateIdentity(actingAs(db, identity.id), identity.id, input);
    await expect(updating).rejects.toMatchObject({ code: "not_found" });
  });

  test("leaves everything that is not given", async ({ db }) => {
    const { id } = await createIdentity(db, { visibility: "participants" });
    const ctx = actingAs(db, id);
    const fields = [{ name: "Pronouns", value: "she/her" }];
    const full = await updateIdentity(ctx, id, {
      ...input,
      avatar: await picture(),
      banner: await picture(),
      fields,
    });

    const updated = await updateIdentity(ctx, id, { ...input, name: "Ada" });

    expect(updated).toMatchObject({
      name: "Ada",
      visibility: "participants",
      avatarId: full.avatarId,
      bannerId: full.bannerId,
    });
    expect((await pictures(db)).sort()).toEqual([full.avatarId, full.bannerId].sort());
    expect(await linesOf(db, id)).toHaveLength(1);
  });

  test("drops kept pages when somebody decides who may see it", async ({ db }) => {
    const { id } = await createIdentity(db);
    const updated = await updateIdentity(actingAs(db, id), id, { ...input, visibility: "participants" });

    expect(updated.visibility).toBe("participants");
    const facts = await db.select({ kind: journal.kind, payload: journal.payload }).from(journal);
    expect(facts).toEqual([{ kind: "identity.updated", payload: { actorId: id } }]);
  });
});

describe("pictures of an identity", () => {
  test("that are replaced are gone", async ({ db }) => {
    const { id } = await createIdentity(db);
    const ctx = actingAs(db, id);
    await updateIdentity(ctx, id, { ...input, avatar: await picture(), banner: await picture() });
    const updated = await updateIdentity(ctx, id, {
      ...input,
      avatar: await picture(),
      banner: await picture(),
    });

    expect((await pictures(db)).sort()).toEqual([updated.avatarId, updated.bannerId].sort());
    expect(await findProfile(db, updated.handle)).toMatchObject({
      avatar: { kind: "avatar", id: updated.avatarId },
      banner: { kind: "banner", id: updated.bannerId },
    });
  });

  test("that are removed are gone, and removing them again is harmless", async ({ db }) => {
    const { id } = await createIdentity(db);
    const ctx = actingAs(db, id);
    await updateIdentity(ctx, id, { ...input, avatar: await picture(), banner: await picture() });

    for (let round = 0; round < 2; round++) {
      const updated = await updateIdentity(ctx, id, { ...input, removeAvatar: true, removeBanner: true });
      expect(updated).toMatchObject({ avatarId: null, bannerId: null });
    }
    expect(await pictures(db)).toEqual([]);
  });

  test("a new one wins over the wish to have none", async ({ db }) => {
    const { id } = await createIdentity(db);
    const updated = await updateIdentity(actingAs(db, id), id, {
      ...input,
      banner: await picture(),
      removeBanner: true,
    });
    expect(updated.bannerId).not.toBeNull();
  });

  test("one that is refused changes nothing", async ({ db }) => {
    const { id, name } = await createIdentity(db);
    const banner = new File(["<svg/>"], "banner.png");
    const updating = updateIdentity(actingAs(db, id), id, { ...input, banner });
    await expect(updating).rejects.toMatchObject({ fieldErrors: { banner: ["picture_not_readable"] } });
    expect(await db.select({ name: actors.name }).from(actors).where(eq(actors.id, id))).toEqual([{ name }]);
  });
});

describe("lines of an identity", () => {
  test("are kept in order, cleaned, and those that are links are looked at", async ({ db }) => {
    const { id } = await createIdentity(db);
    const fields = [
      { name: "Website", value: "https://ada.example" },
      { name: "Pro\u202enouns", value: "she /  her" },
    ];
    await updateIdentity(actingAs(db, id), id, { ...input, fields });

    expect(await linesOf(db, id)).toEqual([
      ["Website", "https://ada.example", null, true],
      ["Pronouns", "she / her", null, false],
    ]);
  });

  test("keep the mark of a value that stays, lose that of one that changes, and are looked at anew", async ({
    db,
  }) => {
    const { id } = await createIdentity(db);
    const [stays, changes] = ["https://ada.example", "https://old.example"];
    const row = { actorId: id, name: "Site", verifiedAt: now };
    await db.insert(actorFields).values([
      { ...row, position: 0, value: stays },
      { ...row, position: 1, value: changes },
    ]);

    const fields = [
      { name: "New", value: "https://new.example" },
      { name: "Renamed", value: stays },
    ];
    await updateIdentity(actingAs(db, id), id, { ...input, fields });
    expect(await linesOf(db, id)).toEqual([
      ["New", "https://new.example", null, true],
      ["Renamed", stays, now, true],
    ]);

    await updateIdentity(actingAs(db, id), id, { ...input, fields: [] });
    expect(await linesOf(db, id)).toEqual([]);
  });
});
