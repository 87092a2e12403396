import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { setLocale } from "./locale";
import { setTheme, setZone } from "./preferences";

async function own(db: Database): Promise<Context & { read: () => Promise<object | undefined> }> {
  const { id } = await createAccount(db);
  const read = async () => (await db.select().from(accounts).where(eq(accounts.id, id)))[0];
  return { db, actor: { kind: "account", accountId: id, role: "member" }, now, read };
}

const commands: [string, (ctx: Context) => Promise<void>, object][] = [
  ["setLocale", (ctx) => setLocale(ctx, "fr"), { locale: "fr" }],
  ["setZone", (ctx) => setZone(ctx, "Asia/Tokyo"), { zone: "Asia/Tokyo" }],
  ["setTheme", (ctx) => setTheme(ctx, "dark"), { theme: "dark" }],
  ["setTheme to the device's", (ctx) => setTheme(ctx, null), { theme: null }],
];

describe.each(commands)("%s", (_name, command, kept) => {
  test("keeps the choice of this account alone, also when it is said twice", async ({ db }) => {
    const [mine, other] = [await own(db), await own(db)];
    const before = await other.read();

    await command(mine);
    await command(mine);

    expect(await mine.read()).toMatchObject(kept);
    expect(await other.read()).toEqual(before);
  });

  test("is for accounts, not for identities and nobody", async ({ db }) => {
    const identity = actingAs(db, (await createIdentity(db)).id);
    const refused = { code: "unauthenticated", reason: "sign_in_first" };
    await expect(command(identity)).rejects.toMatchObject(refused);
    await expect(command({ db, actor: { kind: "anonymous" }, now })).rejects.toMatchObject(refused);
  });
});

test("setZone refuses what is no zone", async ({ db }) => {
  const mine = await own(db);
  for (const zone of ["", "Mars/Olympus", "+02:00", "Europe/Paris\r\n"])
    await expect(setZone(mine, zone)).rejects.toMatchObject({ fieldErrors: { zone: ["zone_not_valid"] } });
  expect(await mine.read()).toMatchObject({ zone: "Europe/Paris" });
});
