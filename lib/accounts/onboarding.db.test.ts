import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { type Account, accounts } from "@/db/schema/accounts";
import { actingAs, createAccount, createIdentity, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import type { Context } from "@/lib/core/context";
import { settleInput } from "./input";
import { endOnboarding, finishStep, settleIn } from "./onboarding";

async function newcomer(db: Database, values: Partial<Account> = {}) {
  const { id } = await createAccount(db, { onboarding: "identity", ...values });
  const ctx: Context = { db, actor: { kind: "account", accountId: id, role: "member" }, now };
  const read = async () => (await db.select().from(accounts).where(eq(accounts.id, id)))[0]!;
  return { ctx, read, step: async () => (await read()).onboarding };
}

describe("finishStep", () => {
  test("leads from step to step, to the end", async ({ db }) => {
    const { ctx, step } = await newcomer(db);
    await finishStep(ctx, "identity");
    expect(await step()).toBe("place");
    await finishStep(ctx, "place");
    expect(await step()).toBe("notifications");
    await finishStep(ctx, "notifications");
    expect(await step()).toBeNull();
  });

  test("never leads back: a step done again changes nothing, nor does one after the end", async ({ db }) => {
    const { ctx, step } = await newcomer(db, { onboarding: "notifications" });
    await finishStep(ctx, "identity");
    expect(await step()).toBe("notifications");
    await endOnboarding(ctx);
    await finishStep(ctx, "notifications");
    expect(await step()).toBeNull();
  });
});

test("endOnboarding skips what is left of this account alone, also when it is said twice", async ({ db }) => {
  const [mine, other] = [await newcomer(db), await newcomer(db)];
  await endOnboarding(mine.ctx);
  await endOnboarding(mine.ctx);
  expect([await mine.step(), await other.step()]).toEqual([null, "identity"]);
});

describe("settleIn", () => {
  const typed = (fields: object) =>
    settleInput.parse({
      locale: "fr",
      zone: "Europe/Brussels",
      homeName: "Liège",
      homeRadius: "30",
      ...fields,
    });

  test("keeps language, zone and place, and goes on", async ({ db }) => {
    const { ctx, read } = await newcomer(db, { onboarding: "place" });
    await settleIn(ctx, typed({}));
    expect(await read()).toMatchObject({
      locale: "fr",
      zone: "Europe/Brussels",
      homeName: "Liège",
      homeRadius: 30,
      onboarding: "notifications",
    });
  });

  test("needs no place", async ({ db }) => {
    const { ctx, read } = await newcomer(db, { onboarding: "place" });
    await settleIn(ctx, typed({ homeName: "" }));
    expect(await read()).toMatchObject({ homeName: "", homeLatitude: null, onboarding: "notifications" });
  });

  test("keeps nothing when one of them is refused", async ({ db }) => {
    const { ctx, read } = await newcomer(db, { onboarding: "place" });
    await expect(settleIn(ctx, typed({ zone: "Mars/Olympus" }))).rejects.toMatchObject({ code: "invalid" });
    expect(await read()).toMatchObject({ locale: "en", homeName: "", onboarding: "place" });
  });
});

test("only an account is a newcomer", async ({ db }) => {
  const identity = actingAs(db, (await createIdentity(db)).id);
  for (const act of [finishStep, endOnboarding])
    await expect(act(identity, "identity")).rejects.toMatchObject({ code: "unauthenticated" });
});
