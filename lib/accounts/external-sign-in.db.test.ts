import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts, accountTokens } from "@/db/schema/accounts";
import { externalLogins } from "@/db/schema/external-logins";
import { secondFactors } from "@/db/schema/second-factors";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { signInFromProvider } from "./external-sign-in";
import { findSession } from "./session";
import { findToken } from "./token";

const ada = {
  issuer: "https://login.example.org",
  subject: "42",
  email: "ada@example.org",
  name: "Ada Marchand",
};

const nobody = (db: Database) => ({ db, actor: { kind: "anonymous" as const }, now });
const options = { userAgent: "a browser", maySignUp: true };
const linked = (db: Database) => db.select().from(externalLogins);

describe("signInFromProvider", () => {
  test("lets in whoever has the linked login, whatever address the provider tells", async ({ db }) => {
    const account = await createAccount(db, { email: "other@example.org" });
    await db
      .insert(externalLogins)
      .values({ issuer: ada.issuer, subject: ada.subject, accountId: account.id });
    await createAccount(db, { email: ada.email });

    const admission = await signInFromProvider(nobody(db), ada, options);

    if (!("sessionId" in admission)) throw new Error("got no session");
    expect(await findSession(nobody(db), admission.sessionId)).toMatchObject({ accountId: account.id });
    expect(await linked(db)).toHaveLength(1);
  });

  test("links the confirmed account with the verified address, once", async ({ db }) => {
    const account = await createAccount(db, { email: ada.email });

    await signInFromProvider(nobody(db), ada, options);
    await signInFromProvider(nobody(db), ada, options);

    expect(await linked(db)).toMatchObject([
      { issuer: ada.issuer, subject: ada.subject, accountId: account.id },
    ]);
  });

  test("links no account by an address that the provider does not call verified", async ({ db }) => {
    await createAccount(db, { email: ada.email });

    const arrival = await signInFromProvider(nobody(db), { ...ada, email: null }, options);

    expect(arrival).toHaveProperty("finishToken");
    expect(await linked(db)).toEqual([]);
  });

  test("links no account that somebody prepared and nobody confirmed", async ({ db }) => {
    await createAccount(db, { email: ada.email, confirmedAt: null });

    expect(await signInFromProvider(nobody(db), ada, options)).toHaveProperty("finishToken");
    expect(await linked(db)).toEqual([]);
  });

  test("tells people of two providers apart, though both call them 42", async ({ db }) => {
    await createAccount(db, { email: ada.email });
    await signInFromProvider(nobody(db), ada, options);

    const other = { ...ada, issuer: "https://evil.example", email: null };
    expect(await signInFromProvider(nobody(db), other, options)).toHaveProperty("finishToken");
  });

  test("brings along what is needed to finish signing up, for an hour", async ({ db }) => {
    const arrival = await signInFromProvider(nobody(db), ada, options);

    if (!("finishToken" in arrival)) throw new Error("is somebody already");
    expect(await findToken(nobody(db), "finish_sign_up", arrival.finishToken)).toEqual({
      accountId: null,
      data: ada,
    });
    const late = { ...nobody(db), now: new Date(now.getTime() + 3_600_001) };
    expect(await findToken(late, "finish_sign_up", arrival.finishToken)).toBeNull();
    expect(await db.select().from(accounts)).toEqual([]);
  });

  test("refuses strangers where the provider may bring nobody new", async ({ db }) => {
    await createAccount(db, { email: "known@example.org" });
    const refused = { code: "forbidden", reason: "external_login_unknown" };
    const closed = { ...options, maySignUp: false };

    await expect(signInFromProvider(nobody(db), ada, closed)).rejects.toMatchObject(refused);
    await expect(signInFromProvider(nobody(db), { ...ada, email: null }, closed)).rejects.toMatchObject(
      refused,
    );
    expect(await db.select().from(accountTokens)).toEqual([]);
  });

  test("asks for the second factor as always", async ({ db }) => {
    const account = await createAccount(db, { email: ada.email });
    await db
      .insert(secondFactors)
      .values({ accountId: account.id, kind: "totp", secret: "sealed", confirmedAt: now });

    expect(await signInFromProvider(nobody(db), ada, options)).toHaveProperty("secondStep");
  });

  test("lets nobody in whom a moderator has not let in, and links nothing then", async ({ db }) => {
    await createAccount(db, { email: ada.email, approvedAt: null });

    const arrival = signInFromProvider(nobody(db), ada, options);
    await expect(arrival).rejects.toMatchObject({ reason: "account_waits_for_approval" });
    expect(await linked(db)).toEqual([]);
  });

  test("does not confirm an address that was typed here, nor tell that it waits", async ({ db }) => {
    const account = await createAccount(db, { email: "typed@example.org", confirmedAt: null });
    await db
      .insert(externalLogins)
      .values({ issuer: ada.issuer, subject: ada.subject, accountId: account.id });

    expect(await signInFromProvider(nobody(db), ada, options)).toHaveProperty("finishToken");
    expect(await db.select().from(accounts)).toEqual([account]);
  });
});
