import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { findHome, forgetHome, setHome } from "./home";
import { homeInput } from "./input";

async function own(db: Database): Promise<Context> {
  const { id } = await createAccount(db);
  return { db, actor: { kind: "account", accountId: id, role: "member" }, now };
}

const typed = (fields: object) => homeInput.parse({ homeName: "", homeRadius: "25", ...fields });
const rennes = typed({ homeName: "Rennes", latitude: "48.1173", longitude: "-1.6778", homeRadius: "40" });

describe("setHome", () => {
  test("keeps the place, its point no finer than a tenth of a degree", async ({ db }) => {
    const ctx = await own(db);
    expect(await findHome(ctx)).toBeNull();

    await setHome(ctx, rennes);
    await setHome(ctx, rennes);

    const home = { name: "Rennes", point: { latitude: 48.1, longitude: -1.7 }, radius: 40 };
    expect(await findHome(ctx)).toEqual(home);
    const [row] = await db.select().from(accounts);
    expect(row).toMatchObject({ homeLatitude: 48.1, homeLongitude: -1.7 });
  });

  test("keeps the point with its name, and drops it with another name", async ({ db }) => {
    const ctx = await own(db);
    await setHome(ctx, rennes);
    await setHome(ctx, typed({ homeName: " Rennes ", homeRadius: "100" }));
    expect(await findHome(ctx)).toMatchObject({ point: { latitude: 48.1, longitude: -1.7 }, radius: 100 });
    await setHome(ctx, typed({ homeName: "Lyon" }));
    expect(await findHome(ctx)).toEqual({ name: "Lyon", point: null, radius: 25 });
  });

  test("takes a point without a name, and refuses nothing at all", async ({ db }) => {
    const ctx = await own(db);
    await expect(setHome(ctx, typed({}))).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { homeName: ["home_missing"] },
    });
    await setHome(ctx, typed({ latitude: "-33.9", longitude: "151.2" }));
    await setHome(ctx, typed({}));
    expect(await findHome(ctx)).toMatchObject({ name: "", point: { latitude: -33.9, longitude: 151.2 } });
  });

  test("is for the account alone", async ({ db }) => {
    const ctx = await own(db);
    await setHome(ctx, rennes);
    expect(await findHome(await own(db))).toBeNull();
    const identity = actingAs(db, (await createIdentity(db)).id);
    for (const act of [setHome, findHome, forgetHome])
      await expect(act(identity, rennes)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

test("forgetHome leaves nothing of the place, also when it is said twice", async ({ db }) => {
  const ctx = await own(db);
  await setHome(ctx, rennes);
  await forgetHome(ctx);
  await forgetHome(ctx);
  expect(await findHome(ctx)).toBeNull();
  const [row] = await db.select().from(accounts);
  expect(row).toMatchObject({ homeName: "", homeLatitude: null, homeLongitude: null });
});

describe("homeInput", () => {
  test.each([
    [{ homeRadius: "4" }, "homeRadius"],
    [{ homeRadius: "501" }, "homeRadius"],
    [{ homeRadius: "5.5" }, "homeRadius"],
    [{ homeRadius: "far" }, "homeRadius"],
    [{ latitude: "90.1", longitude: "0" }, "latitude"],
    [{ latitude: "0", longitude: "181" }, "longitude"],
    [{ latitude: "1e3", longitude: "0" }, "latitude"],
    [{ homeName: "x".repeat(101) }, "homeName"],
  ])("refuses %j", (fields, field) => {
    const result = homeInput.safeParse({ homeName: "", homeRadius: "25", ...fields });
    expect(new Set(result.error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]));
  });

  test("takes one number alone for no point", () => {
    expect(typed({ latitude: "48.1" }).point).toBeNull();
  });
});
