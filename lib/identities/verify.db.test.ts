import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { type ActorField, type ActorRow, actorFields } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { dropPages } from "@/lib/journal/drop-pages";
import { verifyDueFields } from "./fields-due";
import { verifyField } from "./verify";
import { seeLinkBack } from "./verify-page";

vi.mock("./verify-page");
vi.mock("@/lib/journal/drop-pages", { spy: true });

const day = 24 * 3_600_000;
const ago = (days: number) => new Date(now.getTime() - days * day);
const system = (db: Database) => ({ db, actor: { kind: "system" as const }, now });
const facts = async (db: Database) =>
  (await db.select({ kind: journal.kind }).from(journal)).map(({ kind }) => kind);

async function line(db: Database, values: Partial<ActorField> = {}, owner: Partial<ActorRow> = {}) {
  const { id: actorId } = await createIdentity(db, { handle: "ada", ...owner });
  const base = { actorId, position: 0, name: "Website", value: "https://ada.example/" };
  const [field] = await db
    .insert(actorFields)
    .values({ ...base, ...values })
    .returning();
  return field!;
}

async function markOf(db: Database, { id }: ActorField): Promise<Date | null | undefined> {
  return (await db.select().from(actorFields).where(eq(actorFields.id, id)))[0]?.verifiedAt;
}

describe("verifyField", () => {
  beforeEach(() => {
    vi.mocked(seeLinkBack).mockReset();
    vi.mocked(dropPages).mockClear();
  });

  test("marks a line whose page links back, and tells once", async ({ db }) => {
    vi.mocked(seeLinkBack).mockResolvedValue("linked");
    const field = await line(db);

    await verifyField(system(db), field.id);
    await verifyField(system(db), field.id);

    expect(seeLinkBack).toHaveBeenCalledWith("https://ada.example/", "http://localhost:3000/@ada");
    expect(await markOf(db, field)).toEqual(now);
    expect(await facts(db)).toEqual(["identity.updated"]);
  });

  test("renews the date and drops the pages that show it, which is no news for anybody else", async ({
    db,
  }) => {
    vi.mocked(seeLinkBack).mockResolvedValue("linked");
    const field = await line(db, { verifiedAt: ago(8) });

    await verifyField(system(db), field.id);

    expect(await markOf(db, field)).toEqual(now);
    expect(await facts(db)).toEqual([]);
    expect(dropPages).toHaveBeenCalledWith(expect.anything(), [`actor:${field.actorId}`]);
  });

  test("takes the mark away when the link is gone, and tells once", async ({ db }) => {
    vi.mocked(seeLinkBack).mockResolvedValue("not_linked");
    const field = await line(db, { verifiedAt: ago(8) });

    await verifyField(system(db), field.id);
    await verifyField(system(db), field.id);

    expect(await markOf(db, field)).toBeNull();
    expect(await facts(db)).toEqual(["identity.updated"]);
  });

  test("a page out of reach proves nothing, until four weeks are over", async ({ db }) => {
    vi.mocked(seeLinkBack).mockResolvedValue("unreachable");
    const recent = await line(db, { verifiedAt: ago(27) });
    const old = await line(db, { verifiedAt: ago(29) }, { handle: "grace" });
    const never = await line(db, {}, { handle: "linus" });

    for (const { id } of [recent, old, never]) await verifyField(system(db), id);

    expect([await markOf(db, recent), await markOf(db, old), await markOf(db, never)]).toEqual([
      ago(27),
      null,
      null,
    ]);
  });

  test("asks nobody about texts, lines that are gone, and identities that are gone", async ({ db }) => {
    const text = await line(db, { value: "she/her" });
    const gone = await line(db, {}, { handle: "grace", deletedAt: now });
    const elsewhere = await line(db, {}, { handle: "linus", domain: "other.example" });

    for (const { id } of [text, gone, elsewhere]) await verifyField(system(db), id);
    await verifyField(system(db), crypto.randomUUID());

    expect(seeLinkBack).not.toHaveBeenCalled();
  });

  test("says nothing about a value that was changed while its page was asked", async ({ db }) => {
    const field = await line(db);
    vi.mocked(seeLinkBack).mockImplementation(async () => {
      await db
        .update(actorFields)
        .set({ value: "https://bank.example/" })
        .where(eq(actorFields.id, field.id));
      return "linked";
    });

    await verifyField(system(db), field.id);

    expect(await markOf(db, field)).toBeNull();
    expect(await facts(db)).toEqual([]);
  });
});

test("verifyDueFields asks again about marks that are a week old", async ({ db }) => {
  const due = await line(db, { verifiedAt: ago(8) });
  await line(db, { verifiedAt: ago(6) }, { handle: "grace" });
  await line(db, {}, { handle: "linus" });
  await line(db, { verifiedAt: ago(8) }, { handle: "rosa", deletedAt: now });

  await verifyDueFields(system(db));
  await verifyDueFields(system(db));

  const jobs = await db.execute(sql`select key, queue_name from graphile_worker.jobs`);
  expect([...jobs]).toEqual([{ key: `verify-field:${due.id}`, queue_name: "verify-fields" }]);
});
