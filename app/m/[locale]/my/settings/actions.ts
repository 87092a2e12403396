"use server";

import { forgetHome, setHome } from "@/lib/accounts/home";
import { homeFormInput, zoneInput } from "@/lib/accounts/input";
import { setZone } from "@/lib/accounts/preferences";
import { defaultIdentityInput } from "@/lib/identities/input";
import { setDefaultIdentity } from "@/lib/identities/set-default";
import { action } from "@/lib/web/action";

export const setZoneAction = action(
  zoneInput,
  async (ctx, { zone }) => {
    await setZone(ctx, zone);
    return { notice: "zone_saved" };
  },
  { as: "account" },
);

export const setHomeAction = action(
  homeFormInput,
  async (ctx, input) => {
    if (input.intent === "forget") {
      await forgetHome(ctx);
      return { notice: "home_forgotten" };
    }
    await setHome(ctx, input);
    return { notice: "home_saved" };
  },
  { as: "account" },
);

export const setDefaultIdentityAction = action(
  defaultIdentityInput,
  async (ctx, { actorId }) => {
    await setDefaultIdentity(ctx, actorId);
    return { notice: "default_identity_saved" };
  },
  { as: "account" },
);
