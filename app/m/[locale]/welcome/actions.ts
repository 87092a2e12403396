"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { onboardingInput, settleInput } from "@/lib/accounts/input";
import {
  endOnboarding,
  finishStep,
  type OnboardingStep,
  settleIn,
  stepAfter,
} from "@/lib/accounts/onboarding";
import { AppError } from "@/lib/core/errors";
import { paths, welcomePath } from "@/lib/core/paths";
import { identityInput } from "@/lib/identities/input";
import { updateIdentity } from "@/lib/identities/update";
import { chooseMails } from "@/lib/notifications/choose";
import { choiceInput } from "@/lib/notifications/input";
import { action } from "@/lib/web/action";
import { chooseLocale } from "@/lib/web/choices";
import { accountContext } from "@/lib/web/context";

const done = { to: `${paths.front}?notice=all_set` };

export const completeIdentityAction = action(
  identityInput,
  async (ctx, input) => {
    if (ctx.actor.kind !== "identity") throw new AppError("unauthenticated", "sign_in_first");
    await updateIdentity(ctx, ctx.actor.actorId, input);
    await finishStep(await accountContext(), "identity");
    return after("identity");
  },
  { limit: { name: "update identity", max: 60, minutes: 60 } },
);

export const settleInAction = action(
  settleInput,
  async (ctx, input) => {
    await settleIn(ctx, input);
    chooseLocale(await cookies(), input.locale);
    return after("place");
  },
  { as: "account" },
);

export const chooseFirstMailsAction = action(
  choiceInput,
  async (ctx, input) => {
    await chooseMails(ctx, input);
    await finishStep(ctx, "notifications");
    return after("notifications");
  },
  { as: "account" },
);

export const finishStepAction = action(
  onboardingInput,
  async (ctx, { step }) => {
    await finishStep(ctx, step);
    return after(step);
  },
  { as: "account" },
);

export const endOnboardingAction = action(
  z.object({}),
  async (ctx) => {
    await endOnboarding(ctx);
    return done;
  },
  { as: "account" },
);

function after(step: OnboardingStep) {
  const next = stepAfter(step);
  return next ? { to: welcomePath(next) } : done;
}
