import { expect } from "vitest";
import type { Database } from "@/db/client";
import { createAccount, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Role } from "@/lib/core/context";
import { readInstance } from "../settings";
import { eventRulesInput, retentionInput, sourcesInput } from "./input";
import { setDefaultPlace, setEventRules, setRetention, setSources } from "./set-defaults";

async function accountOf(db: Database, role: Role) {
  const { id: accountId } = await createAccount(db, { role });
  return { db, actor: { kind: "account", accountId, role } as const, now };
}

const rules = eventRulesInput.parse({ eventMakers: "staff", eventMakersDays: "7", pictureMegabytes: "3" });
const retention = retentionInput.parse({
  keepUnreadDays: "3",
  keepMailDays: "20",
  keepSessionDays: "5",
  keepExportDays: "1",
  keepAnswersDays: "60",
});
const sources = sourcesInput.parse({
  maps: "own",
  mapTiles: "https://tiles.example/{z}/{x}/{y}.png",
  mapAttribution: " Somebody ",
  geocoder: "photon",
  geocoderUrl: "",
});
const place = { name: " Rennes ", latitude: 48.1173, longitude: -1.6778, km: 30 };

test("administrators decide what holds where nobody says otherwise, once and again", async ({ db }) => {
  const vera = await accountOf(db, "administrator");
  for (const _ of ["once", "again"]) {
    await setEventRules(vera, rules);
    await setRetention(vera, retention);
    await setSources(vera, sources);
    await setDefaultPlace(vera, { zone: "Europe/Paris", place });
  }
  expect(await readInstance(db)).toMatchObject({
    ...rules,
    ...retention,
    ...sources,
    mapAttribution: "Somebody",
    defaultZone: "Europe/Paris",
    defaultPlace: { name: "Rennes", latitude: 48.1, longitude: -1.7, km: 30 },
  });
});

test("nobody else does", async ({ db }) => {
  for (const role of ["moderator", "member"] as const) {
    const ctx = await accountOf(db, role);
    for (const decided of [
      () => setEventRules(ctx, rules),
      () => setRetention(ctx, retention),
      () => setSources(ctx, sources),
      () => setDefaultPlace(ctx, { zone: null, place: null }),
    ])
      await expect(decided()).rejects.toMatchObject({ code: "forbidden" });
  }
});
