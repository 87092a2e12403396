import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { actors } from "@/db/schema/actors";
import { createEvent, createIdentity, createParticipation, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { countComing, listFacesOf, listNamesOf, NAMES_PER_PAGE } from "./who-comes";

async function coming(db: Database, event: { id: string }, name: string, values = {}) {
  const { id: actorId } = await createIdentity(db, { name });
  await createParticipation(db, event, { actorId, status: "approved", ...values });
  return actorId;
}

describe("who comes", () => {
  test("names those who are in and let it be seen, and counts the others", async ({ db }) => {
    const event = await createEvent(db, { guestList: "everybody" });
    await coming(db, event, "Zoé");
    await coming(db, event, "ada", { adults: 2, children: 1 });
    await coming(db, event, "Hidden", { isHidden: true });
    const gone = await coming(db, event, "Gone");
    await createParticipation(db, event, { email: "grace@example.org", name: "Grace", status: "approved" });
    for (const status of ["pending", "maybe", "declined", "rejected", "left", "unconfirmed"] as const)
      await createParticipation(db, event, { status });
    await createParticipation(db, await createEvent(db), { status: "approved" });
    await db.update(actors).set({ deletedAt: now }).where(eq(actors.id, gone));

    expect((await listNamesOf(db, event.id, { page: 1 })).map(({ name }) => name)).toEqual(["ada", "Zoé"]);
    expect((await listFacesOf(db, event.id)).map(({ name }) => name).sort()).toEqual(["Zoé", "ada"]);
    expect(await countComing(db, event.id)).toEqual({ named: 2, hidden: 2, byMail: 1, guests: 3 });
  });

  test("shows some faces, always the same, and all names in pages", async ({ db }) => {
    const event = await createEvent(db);
    const total = NAMES_PER_PAGE + 3;
    for (let number = 0; number < total; number += 1) await coming(db, event, `Number ${number}`);

    const faces = await listFacesOf(db, event.id);
    expect(faces).toHaveLength(12);
    expect(await listFacesOf(db, event.id)).toEqual(faces);
    const pages = [
      ...(await listNamesOf(db, event.id, { page: 1 })),
      ...(await listNamesOf(db, event.id, { page: 2 })),
    ];
    expect(new Set(pages.map(({ id }) => id)).size).toBe(total);
    expect(await listNamesOf(db, event.id, { page: 3 })).toEqual([]);
  });
});
