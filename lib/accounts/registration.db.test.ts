import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { type Invitation, invitations } from "@/db/schema/instance";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { InstanceSettings } from "@/lib/instance/settings";
import { findWayIn, requireRegistration } from "./registration";
import { decide, nobody } from "./testing/registration";

const email = "new@example.org";
const free = { isApproved: true, invitationId: null, termsAcceptedAt: null };
const ask = (db: Database, asked: Partial<Parameters<typeof requireRegistration>[1]> = {}) =>
  requireRegistration(nobody(db), { email, ...asked });

const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function invite(db: Database, values: Partial<Invitation> = {}): Promise<Invitation> {
  const [made] = await db
    .insert(invitations)
    .values({ code: "a-code-of-16-chrs", ...values })
    .returning();
  return made!;
}
const usesOf = async (db: Database) => (await db.select().from(invitations)).map(({ uses }) => uses);

describe("open", () => {
  test("lets everybody in, and ignores what is not asked", async ({ db }) => {
    expect(await ask(db, { invitation: "whatever", terms: true, application: "Hello" })).toEqual(free);
    expect(await findWayIn(nobody(db), "whatever")).toEqual({
      way: "open",
      asksForWords: false,
      hasTerms: false,
      hasRules: false,
    });
  });
});

describe("closed", () => {
  test("refuses everybody but those whom a provider vouches for", async ({ db }) => {
    await decide(db, { registration: "closed" });
    const invitation = (await invite(db)).code;

    const closed = { code: "conflict", reason: "registration_closed" };
    await expect(ask(db)).rejects.toMatchObject(closed);
    await expect(ask(db, { invitation })).rejects.toMatchObject(closed);
    expect(await ask(db, { isFromProvider: true })).toEqual(free);
    expect(await findWayIn(nobody(db), invitation)).toMatchObject({ way: "closed" });
  });
});

describe("by approval", () => {
  test("asks for a few words, also of those whom a provider vouches for", async ({ db }) => {
    await decide(db, { registration: "approval" });

    for (const application of [undefined, "", "  \n", "\u0000\u202e"]) {
      const missing = { code: "invalid", fieldErrors: { application: ["application_missing"] } };
      await expect(ask(db, { application })).rejects.toMatchObject(missing);
      await expect(ask(db, { application, isFromProvider: true })).rejects.toMatchObject(missing);
    }
    expect(await ask(db, { application: "I sing." })).toEqual({ ...free, isApproved: false });
    expect(await findWayIn(nobody(db))).toMatchObject({ way: "approval", asksForWords: true });
  });
});

describe("by invitation", () => {
  const needed = { code: "conflict", reason: "invitation_needed" };

  test("counts a use, and lets no more in than it has", async ({ db }) => {
    await decide(db, { registration: "invitation" });
    const { id, code: invitation } = await invite(db, { maxUses: 2 });

    expect(await ask(db, { invitation })).toEqual({ ...free, invitationId: id });
    await ask(db, { invitation, email: "second@example.org" });
    await expect(ask(db, { invitation, email: "third@example.org" })).rejects.toMatchObject(needed);
    expect(await usesOf(db)).toEqual([2]);
    expect(await findWayIn(nobody(db), invitation)).toMatchObject({ way: "invitation_ended" });
  });

  test("lets the same address try again without another use, for as long as it may be confirmed", async ({
    db,
  }) => {
    await decide(db, { registration: "invitation" });
    const { id, code: invitation } = await invite(db, { maxUses: 1 });

    await ask(db, { invitation });
    expect(await ask(db, { invitation })).toMatchObject({ invitationId: id });
    expect(await usesOf(db)).toEqual([1]);
    const late = requireRegistration({ ...nobody(db), now: later(3) }, { email, invitation });
    await expect(late).rejects.toMatchObject(needed);
    expect(JSON.stringify(await db.select().from(accounts))).not.toContain(email);
  });

  test("refuses none, an unknown one, an ended one, and one that ran out", async ({ db }) => {
    await decide(db, { registration: "invitation" });
    const over = (await invite(db, { code: "over", expiresAt: now })).code;
    const ended = (await invite(db, { code: "ended", endedAt: now })).code;
    const lasting = (await invite(db, { code: "lasting", expiresAt: later(1) })).code;

    for (const invitation of [undefined, "", "unknown", over, ended])
      await expect(ask(db, { invitation })).rejects.toMatchObject(needed);
    expect(await findWayIn(nobody(db))).toMatchObject({ way: "invitation_only" });
    expect(await findWayIn(nobody(db), over)).toMatchObject({ way: "invitation_ended" });
    expect(await findWayIn(nobody(db), lasting)).toMatchObject({ way: "invited" });
    expect(await usesOf(db)).toEqual([0, 0, 0]);
  });

  test("needs none from those whom a provider vouches for, and uses none", async ({ db }) => {
    await decide(db, { registration: "invitation" });
    const invitation = (await invite(db)).code;
    expect(await ask(db, { invitation, isFromProvider: true })).toEqual(free);
    expect(await usesOf(db)).toEqual([0]);
  });
});

describe("what everybody is asked", () => {
  const modes: InstanceSettings["registration"][] = ["open", "approval", "invitation"];

  test("all that is wrong is said at once, in every mode, and uses no invitation", async ({ db }) => {
    const invitation = (await invite(db)).code;
    for (const registration of modes) {
      await decide(db, { registration, emailDeny: ["example.org"], terms: { mode: "own", version: 1 } });
      const refused = ask(db, { invitation, application: "I sing.", email: "x+y@mail.example.org" });
      await expect(refused).rejects.toMatchObject({
        code: "invalid",
        fieldErrors: { email: ["email_not_welcome"], terms: ["terms_not_accepted"] },
      });
    }
    expect(await usesOf(db)).toEqual([0]);
  });

  test("accepted terms are dated; they hold for those from a provider too", async ({ db }) => {
    await decide(db, { terms: { mode: "own", version: 1 } });
    expect(await ask(db, { terms: true })).toEqual({ ...free, termsAcceptedAt: now });
    const silent = ask(db, { isFromProvider: true });
    await expect(silent).rejects.toMatchObject({ fieldErrors: { terms: ["terms_not_accepted"] } });
    expect(await findWayIn(nobody(db))).toMatchObject({ hasTerms: true });
  });

  test("only listed addresses where some are listed", async ({ db }) => {
    await decide(db, { emailAllow: ["example.org"] });
    expect(await ask(db)).toEqual(free);
    const other = ask(db, { email: "new@elsewhere.example", isFromProvider: true });
    await expect(other).rejects.toMatchObject({ fieldErrors: { email: ["email_not_welcome"] } });
  });
});
