"use server";

import { z } from "zod";
import { endOnboarding } from "@/lib/accounts/onboarding";
import { paths } from "@/lib/core/paths";
import { renewFeedToken } from "@/lib/identities/feed-token";
import { action } from "@/lib/web/action";

/** Of the calendar that shows all identities of the account together. */
export const renewCombinedCalendarAction = action(
  z.object({}),
  async (ctx) => {
    await renewFeedToken(ctx);
    return { to: `${paths.myEvents}?notice=calendar_address_made#calendar` };
  },
  { as: "account", limit: { name: "renew calendar", max: 30, minutes: 60 } },
);

/** A newcomer does not want to be reminded any more. */
export const neverMindAction = action(
  z.object({}),
  async (ctx) => {
    await endOnboarding(ctx);
    return undefined;
  },
  { as: "account" },
);
