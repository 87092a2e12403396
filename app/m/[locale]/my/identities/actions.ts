"use server";

import { z } from "zod";
import { paths } from "@/lib/core/paths";
import { renewFeedToken } from "@/lib/identities/feed-token";
import { switchInput } from "@/lib/identities/input";
import { actAs } from "@/lib/web/act-as";
import { action } from "@/lib/web/action";

export const actAsAction = action(switchInput, async (_ctx, { handle }) => {
  await actAs(handle);
  return { to: paths.myIdentities };
});

/** Of the calendar of the identity that the field `as` names. */
export const renewCalendarAction = action(
  z.object({}),
  async (ctx) => {
    await renewFeedToken(ctx);
    return { to: `${paths.myIdentities}?notice=calendar_address_made#calendars` };
  },
  { limit: { name: "renew calendar", max: 30, minutes: 60 } },
);
