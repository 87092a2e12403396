import { describe, expect } from "vitest";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { createInvitation, endInvitation } from "./invitation-create";
import { countInvitations, listInvitations } from "./invitation-list";
import { isInvitationUsable } from "./invitation-redeem";
import { nobody, staff } from "./testing/registration";

const DAY = 86_400_000;
const input = { note: " The  choir ", maxUses: 5, days: 7 };

describe("createInvitation", () => {
  test("makes a link that works until it runs out", async ({ db }) => {
    const boss = await staff(db, "administrator");

    const made = await createInvitation(boss, input);

    expect(made).toMatchObject({ note: "The choir", maxUses: 5, uses: 0, endedAt: null });
    expect(made.code).toMatch(/^[\w-]{16}$/);
    const days = (count: number) => ({ db, now: new Date(now.getTime() + count * DAY) });
    expect(await isInvitationUsable(days(6.9), made.code)).toBe(true);
    expect(await isInvitationUsable(days(7), made.code)).toBe(false);
  });

  test("made again, it is another one; the newest stands first", async ({ db }) => {
    const boss = await staff(db, "administrator");
    const first = await createInvitation(boss, { note: "", maxUses: null, days: null });
    const second = await createInvitation({ ...boss, now: new Date(now.getTime() + 1) }, input);

    expect(first.code).not.toBe(second.code);
    expect((await listInvitations(boss, 1)).map(({ code }) => code)).toEqual([second.code, first.code]);
    expect(await listInvitations(boss, 2)).toEqual([]);
    expect(await countInvitations({ db })).toBe(2);
  });
});

describe("endInvitation", () => {
  test("ends it for good; again, it changes nothing", async ({ db }) => {
    const boss = await staff(db, "administrator");
    const { id, code } = await createInvitation(boss, input);

    await endInvitation(boss, id);
    await endInvitation({ ...boss, now: new Date(now.getTime() + DAY) }, id);

    expect(await isInvitationUsable({ db, now }, code)).toBe(false);
    expect(await listInvitations(boss, 1)).toMatchObject([{ endedAt: now, isUsable: false }]);
  });

  test("refuses one that does not exist", async ({ db }) => {
    const ended = endInvitation(await staff(db, "administrator"), "0193573f-0000-7000-8000-000000000000");
    await expect(ended).rejects.toMatchObject({ code: "not_found", reason: "invitation_not_found" });
  });
});

test("invitations are for administrators alone", async ({ db }) => {
  const { id } = await createInvitation(await staff(db, "administrator"), input);
  for (const ctx of [nobody(db), await staff(db, "moderator")]) {
    const forbidden = { code: "forbidden" };
    await expect(createInvitation(ctx, input)).rejects.toMatchObject(forbidden);
    await expect(endInvitation(ctx, id)).rejects.toMatchObject(forbidden);
    await expect(listInvitations(ctx, 1)).rejects.toMatchObject(forbidden);
  }
});
