import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accountIdentities } from "@/db/schema/account-identities";
import { accounts } from "@/db/schema/accounts";
import { externalLogins } from "@/db/schema/external-logins";
import { instanceSettings } from "@/db/schema/instance";
import { journal } from "@/db/schema/journal";
import { createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { signInFromProvider } from "@/lib/accounts/external-sign-in";
import { findSession } from "@/lib/accounts/session";
import { finishSignUp } from "./finish-sign-up";
import { finishSignUpInput } from "./input";

const person = {
  issuer: "https://login.example.org",
  subject: "42",
  email: "ada@example.org",
  name: "Ada Marchand",
};

const typed = { name: "Ada", handle: "ada", zone: "Europe/Paris", locale: "fr" as const, terms: false };

const nobody = (db: Database) => ({ db, actor: { kind: "anonymous" as const }, now });
const factsOf = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map((fact) => fact.kind);
const decide = (db: Database, data: Record<string, unknown>) => db.insert(instanceSettings).values({ data });

/** Comes from the provider as somebody new. */
async function arrive(db: Database, as: { email: string | null } = person) {
  const who = { ...person, ...as };
  const arrival = await signInFromProvider(nobody(db), who, { userAgent: "", maySignUp: true });
  if (!("finishToken" in arrival)) throw new Error("is somebody already");
  return { token: arrival.finishToken, userAgent: "a browser" };
}

describe("finishSignUp", () => {
  test("makes a confirmed account without password, its identity and its login, and signs it in", async ({
    db,
  }) => {
    const finished = await finishSignUp(nobody(db), typed, await arrive(db));

    if (!("sessionId" in finished)) throw new Error("is not signed in");
    const [account] = await db.select().from(accounts);
    expect(await findSession(nobody(db), finished.sessionId)).toMatchObject({ accountId: account?.id });
    expect(account).toMatchObject({
      email: person.email,
      passwordHash: null,
      confirmedAt: now,
      locale: "fr",
    });
    expect(await db.select().from(accountIdentities)).toMatchObject([{ isDefault: true }]);
    expect(await db.select().from(externalLogins)).toMatchObject([
      { issuer: person.issuer, subject: "42", accountId: account?.id },
    ]);
    expect(await factsOf(db)).toEqual(["account.created", "identity.created"]);
  });

  test("knows them when they come again", async ({ db }) => {
    await finishSignUp(nobody(db), typed, await arrive(db));

    const again = await signInFromProvider(nobody(db), person, { userAgent: "", maySignUp: true });
    expect(again).toHaveProperty("sessionId");
    expect(await db.select().from(accounts)).toHaveLength(1);
  });

  test("works once, and not after an hour", async ({ db }) => {
    const way = await arrive(db);
    const late = { ...nobody(db), now: new Date(now.getTime() + 3_600_001) };
    const refused = { reason: "link_used_or_expired" };

    await expect(finishSignUp(late, typed, way)).rejects.toMatchObject(refused);
    await finishSignUp(nobody(db), typed, way);
    await expect(finishSignUp(nobody(db), typed, way)).rejects.toMatchObject(refused);
  });

  test("can be tried again after a taken handle", async ({ db }) => {
    await createIdentity(db, { handle: "ada" });
    const way = await arrive(db);

    const taken = finishSignUp(nobody(db), typed, way);
    await expect(taken).rejects.toMatchObject({ fieldErrors: { handle: ["handle_taken"] } });
    expect(await finishSignUp(nobody(db), { ...typed, handle: "ada_2" }, way)).toHaveProperty("sessionId");
  });

  test("takes no other address than the one that the provider vouched for", async ({ db }) => {
    await finishSignUp(nobody(db), { ...typed, email: "victim@example.org" }, await arrive(db));

    expect(await db.select().from(accounts)).toMatchObject([{ email: person.email }]);
  });

  test("forgets an account that somebody prepared with the address and nobody confirmed", async ({ db }) => {
    const prepared = await createAccount(db, {
      email: person.email,
      passwordHash: "theirs",
      confirmedAt: null,
    });

    await finishSignUp(nobody(db), typed, await arrive(db));

    const [account, ...others] = await db.select().from(accounts);
    expect(others).toEqual([]);
    expect(account?.id).not.toBe(prepared.id);
    expect(account?.passwordHash).toBeNull();
  });

  test("refuses when somebody confirmed an account with the address meanwhile", async ({ db }) => {
    const way = await arrive(db);
    await createAccount(db, { email: person.email });

    await expect(finishSignUp(nobody(db), typed, way)).rejects.toMatchObject({ reason: "email_taken" });
    expect(await db.select().from(externalLogins)).toEqual([]);
  });
});

describe("without an address that the provider vouches for", () => {
  test("has the typed one confirmed by mail before anybody is signed in", async ({ db }) => {
    const way = await arrive(db, { email: null });

    const finished = await finishSignUp(nobody(db), { ...typed, email: person.email }, way);

    expect(finished).toEqual({ waitsFor: "mail" });
    expect(await db.select().from(accounts)).toMatchObject([{ email: person.email, confirmedAt: null }]);
  });

  test("starts anew when they come again before that", async ({ db }) => {
    const way = await arrive(db, { email: null });
    await finishSignUp(nobody(db), { ...typed, email: "mistyped@example.org" }, way);

    const again = await arrive(db, { email: null });
    await finishSignUp(nobody(db), { ...typed, email: person.email }, again);

    expect(await db.select().from(accounts)).toMatchObject([{ email: person.email }]);
    expect(await db.select().from(externalLogins)).toHaveLength(1);
  });

  test("answers the same for an address that has an account, and links nothing to it", async ({ db }) => {
    const known = await createAccount(db, { email: person.email });
    const way = await arrive(db, { email: null });

    const finished = await finishSignUp(nobody(db), { ...typed, email: person.email }, way);

    expect(finished).toEqual({ waitsFor: "mail" });
    expect(await db.select().from(accounts)).toEqual([known]);
    expect(await db.select().from(externalLogins)).toEqual([]);
    expect(await factsOf(db)).toEqual(["account.claimed"]);
    await expect(arrive(db, { email: null })).resolves.toHaveProperty("token");
  });

  test("refuses to go on without one", async ({ db }) => {
    const attempt = finishSignUp(nobody(db), typed, await arrive(db, { email: null }));
    await expect(attempt).rejects.toMatchObject({ fieldErrors: { email: ["email_not_valid"] } });
  });
});

describe("what the server asks of newcomers", () => {
  test.for(["closed", "invitation"])("does not keep them out: %s", async (registration, { db }) => {
    await decide(db, { registration });

    expect(await finishSignUp(nobody(db), typed, await arrive(db))).toHaveProperty("sessionId");
  });

  test("lets a moderator decide where moderators do", async ({ db }) => {
    await decide(db, { registration: "approval" });
    const way = await arrive(db);

    const finished = await finishSignUp(nobody(db), { ...typed, application: "I repair bicycles." }, way);

    expect(finished).toEqual({ waitsFor: "moderator" });
    const [account] = await db.select().from(accounts).where(eq(accounts.email, person.email));
    expect(account).toMatchObject({ approvedAt: null, application: "I repair bicycles." });
    expect(await factsOf(db)).toContain("account.applied");
  });

  test("holds for the terms and for unwelcome addresses", async ({ db }) => {
    await decide(db, { terms: { mode: "own", version: 1 }, emailDeny: ["example.org"] });

    const attempt = finishSignUp(nobody(db), typed, await arrive(db));
    await expect(attempt).rejects.toMatchObject({
      fieldErrors: { terms: ["terms_not_accepted"], email: ["email_not_welcome"] },
    });
  });
});

test("a form tells the terms as browsers send a ticked box", () => {
  const form = { name: "Ada", handle: "Ada", zone: "Europe/Paris", locale: "fr" };
  expect(finishSignUpInput.parse(form)).toMatchObject({ handle: "ada", terms: false });
  expect(finishSignUpInput.parse({ ...form, terms: "on" })).toMatchObject({ terms: true });
});
