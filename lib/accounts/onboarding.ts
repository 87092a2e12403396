import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { type Account, accounts, onboardingStep } from "@/db/schema/accounts";
import { type Context, inTransaction } from "@/lib/core/context";
import { storeHome } from "./home";
import type { settleInput } from "./input";
import { setLocale } from "./locale";
import { ownAccountId } from "./own-account";
import { setZone } from "./preferences";

export type OnboardingStep = NonNullable<Account["onboarding"]>;

/** In the order in which newcomers come by. */
export const onboardingSteps = onboardingStep.enumValues;

/** The one after this; null: that was the last. */
export function stepAfter(step: OnboardingStep): OnboardingStep | null {
  return onboardingSteps[onboardingSteps.indexOf(step) + 1] ?? null;
}

/**
 * A newcomer is done with a step, filled in or skipped. Whoever went back to an earlier one stays as far as they were,
 * and whoever is done with all stays so.
 */
export async function finishStep(ctx: Context, step: OnboardingStep): Promise<void> {
  await ctx.db
    .update(accounts)
    .set({ onboarding: stepAfter(step) })
    .where(and(eq(accounts.id, ownAccountId(ctx)), eq(accounts.onboarding, step)));
}

/** Skips all that is left; never asked again. */
export async function endOnboarding(ctx: Context): Promise<void> {
  await ctx.db
    .update(accounts)
    .set({ onboarding: null })
    .where(eq(accounts.id, ownAccountId(ctx)));
}

/** The second step in one: language, zone and place, or none of them if one is refused. No place is fine. */
export function settleIn(ctx: Context, input: z.output<typeof settleInput>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await setLocale(tx, input.locale);
    await setZone(tx, input.zone);
    await storeHome(tx, input);
    await finishStep(tx, "place");
  });
}
