import { describe, expect, vi } from "vitest";
import type { Database } from "@/db/client";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { asNobody, createMember } from "@/lib/accounts/testing/people";
import { rememberDevice } from "./known-device";
import { countSignIn } from "./sign-in-limits";

/** The browser that asks: where from, and with which cookies. */
const browser = { address: "", cookies: new Map<string, string>() };

vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": browser.address }),
  cookies: async () => ({
    get: (name: string) => {
      const value = browser.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string) => void browser.cookies.set(name, value),
  }),
}));

const refused = { code: "rate_limited", reason: "too_many_attempts" };
const email = "ada@example.org";

function tryFrom(address: string, db: Database, { at = email, cookies = new Map(), hours = 0 } = {}) {
  Object.assign(browser, { address, cookies });
  return countSignIn(asNobody(db, hours), at);
}

async function exhaust(tries: number, knock: (index: number) => Promise<void>) {
  for (let index = 0; index < tries; index++) await knock(index);
  await expect(knock(tries)).rejects.toMatchObject(refused);
}

describe("countSignIn", () => {
  test("stops one sender at one account after ten tries, for a quarter of an hour", async ({ db }) => {
    await exhaust(10, () => tryFrom("192.0.2.1", db));
    await expect(tryFrom("192.0.2.2", db)).resolves.toBeUndefined();
    await expect(tryFrom("192.0.2.1", db, { hours: 0.25 })).resolves.toBeUndefined();
  });

  test("counts a whole IPv6 network as one sender", async ({ db }) => {
    await exhaust(10, (index) => tryFrom(`2001:db8:1:2::${index + 1}`, db));
    await expect(tryFrom("2001:db8:1:3::1", db)).resolves.toBeUndefined();
  });

  test("stops one sender who tries few passwords at many accounts", async ({ db }) => {
    await exhaust(30, (index) => tryFrom("192.0.2.1", db, { at: `person${index}@example.org` }));
    await expect(tryFrom("192.0.2.1", db)).rejects.toMatchObject(refused);
  });

  test("stops many senders at one account after a hundred tries", async ({ db }) => {
    await exhaust(100, (index) => tryFrom(`192.0.2.${index}`, db));
    await expect(tryFrom("192.0.2.250", db, { at: "grace@example.org" })).resolves.toBeUndefined();
  });

  test("lets nobody lock out a browser that signed in before, and counts its tries too", async ({ db }) => {
    const { id } = await createMember(db, { email });
    const cookies = new Map<string, string>();
    Object.assign(browser, { cookies });
    await rememberDevice(id);
    await exhaust(100, (index) => tryFrom(`192.0.2.${index}`, db));

    await exhaust(10, () => tryFrom("192.0.2.1", db, { cookies }));
  });

  test("takes the cookie for no other account, and no cookie that it did not make", async ({ db }) => {
    const { id } = await createMember(db, { email });
    await createMember(db, { email: "grace@example.org" });
    const cookies = new Map<string, string>();
    Object.assign(browser, { cookies });
    await rememberDevice(id);
    const [[name = "", value = ""] = []] = cookies;
    const forged = new Map([[name, `x${value}`]]);

    const grace = { at: "grace@example.org" };
    await exhaust(10, () => tryFrom("192.0.2.1", db, grace));
    await expect(tryFrom("192.0.2.1", db, { ...grace, cookies })).rejects.toMatchObject(refused);
    await exhaust(10, () => tryFrom("192.0.2.2", db));
    await expect(tryFrom("192.0.2.2", db, { cookies: forged })).rejects.toMatchObject(refused);
    await expect(tryFrom("192.0.2.2", db, { cookies })).resolves.toBeUndefined();
  });

  test("names a browser anew each time, and never by the account", async ({ db }) => {
    const { id } = await createMember(db, { createdAt: now });
    const values = new Set<string>();
    for (const _ of "twice") {
      await rememberDevice(id);
      values.add([...browser.cookies.values()].join());
    }
    expect(values.size).toBe(5);
    expect([...values].join()).not.toContain(id);
  });
});
