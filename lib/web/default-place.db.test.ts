import { expect } from "vitest";
import type { Database } from "@/db/client";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { setDefaultPlace } from "@/lib/instance/defaults/set-defaults";
import { readInstance } from "@/lib/instance/settings";
import { saveDefaultPlace } from "./default-place";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const typed = { defaultZone: "Europe/Paris", placeName: "Rennes", placeKm: 30 };

test("a place that is known stays where it is, and an empty field forgets it", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  const rennes = { name: "Rennes", latitude: 48.1, longitude: -1.7, km: 50 };
  await setDefaultPlace(vera, { zone: null, place: rennes });
  await saveDefaultPlace(vera, typed, "en");
  expect(await readInstance(db)).toMatchObject({
    defaultZone: "Europe/Paris",
    defaultPlace: { ...rennes, km: 30 },
  });
  await saveDefaultPlace(vera, { ...typed, placeName: "" }, "en");
  expect((await readInstance(db)).defaultPlace).toBeNull();
});

test("a place that neither events here nor a geocoder know is refused, and nothing changes", async ({
  db,
}) => {
  const vera = await accountOf(db, "administrator");
  await expect(saveDefaultPlace(vera, typed, "en")).rejects.toMatchObject({
    fieldErrors: { placeName: ["place_not_found"] },
  });
  expect(await readInstance(db)).toMatchObject({ defaultZone: null, defaultPlace: null });
});

test("only administrators have it looked up", async ({ db }) => {
  await expect(saveDefaultPlace(await accountOf(db, "moderator"), typed, "en")).rejects.toMatchObject({
    code: "forbidden",
  });
});
