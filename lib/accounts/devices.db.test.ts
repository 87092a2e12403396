import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { test } from "@/db/testing/test";
import { listDevices, signOutDevice, signOutOtherDevices } from "./devices";
import { findSession, openSession } from "./session";
import { asAccount, asNobody, createMember } from "./testing/people";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

async function twoDevices(db: Database) {
  const ada = await createMember(db);
  const here = await openSession(asNobody(db), ada.id, firefox);
  const there = await openSession(asNobody(db, 1), ada.id, "something odd");
  return { ada, here, there };
}

describe("listDevices", () => {
  test("names each device in words, this one first, and never by its session", async ({ db }) => {
    const { ada, here, there } = await twoDevices(db);
    const grace = await createMember(db);
    await openSession(asNobody(db), grace.id, "");

    const devices = await listDevices(asAccount(db, ada, 2), here);

    expect(devices).toMatchObject([
      { browser: "Firefox", system: "Linux", isThis: true },
      { browser: null, system: null, isThis: false },
    ]);
    expect(JSON.stringify(devices)).not.toMatch(new RegExp(`${here}|${there}`));
  });

  test("leaves out what ran out", async ({ db }) => {
    const { ada, here } = await twoDevices(db);
    expect(await listDevices(asAccount(db, ada, 61 * 24), here)).toEqual([]);
  });

  test("tells the last use to the hour", async ({ db }) => {
    const { ada, here } = await twoDevices(db);
    const lastUse = async () => (await listDevices(asAccount(db, ada), here))[0]?.lastUsedAt;
    const first = await lastUse();
    await findSession(asNobody(db, 1), here);
    expect(await lastUse()).toEqual(first);
    const later = asNobody(db, 1.1);
    await findSession(later, here);
    expect(await lastUse()).toEqual(later.now);
  });
});

describe("signing out", () => {
  test("signs one device out, repeatedly without harm", async ({ db }) => {
    const { ada, here, there } = await twoDevices(db);
    const [, other] = await listDevices(asAccount(db, ada), here);

    await signOutDevice(asAccount(db, ada), other!.key);
    await signOutDevice(asAccount(db, ada), other!.key);

    expect(await findSession(asNobody(db), there)).toBeNull();
    expect(await findSession(asNobody(db), here)).not.toBeNull();
  });

  test("passes over a device of somebody else, and the id of a session", async ({ db }) => {
    const { ada, here, there } = await twoDevices(db);
    const grace = await createMember(db);
    const [, other] = await listDevices(asAccount(db, ada), here);
    await signOutDevice(asAccount(db, grace), other!.key);
    await signOutDevice(asAccount(db, ada), there);
    expect(await findSession(asNobody(db), there)).not.toBeNull();
  });

  test("signs out everywhere else, and nobody else", async ({ db }) => {
    const { ada, here, there } = await twoDevices(db);
    const grace = await createMember(db);
    const hers = await openSession(asNobody(db), grace.id, "");
    await signOutOtherDevices(asAccount(db, ada), here);
    await signOutOtherDevices(asAccount(db, ada), here);
    expect(await findSession(asNobody(db), there)).toBeNull();
    expect(await findSession(asNobody(db), here)).not.toBeNull();
    expect(await findSession(asNobody(db), hers)).not.toBeNull();
  });

  test("is refused to whoever is not signed in", async ({ db }) => {
    const refused = { reason: "sign_in_first" };
    await expect(signOutDevice(asNobody(db), "a key")).rejects.toMatchObject(refused);
    await expect(signOutOtherDevices(asNobody(db), "")).rejects.toMatchObject(refused);
    await expect(listDevices(asNobody(db), "")).rejects.toMatchObject(refused);
  });
});
