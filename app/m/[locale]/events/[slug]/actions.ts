"use server";

import { eventPath } from "@/lib/core/paths";
import { eventReference } from "@/lib/events/input";
import { getEvent } from "@/lib/events/queries";
import { joinInput } from "@/lib/participation/input";
import { joinEvent } from "@/lib/participation/join";
import { leaveEvent } from "@/lib/participation/leave";
import { action } from "@/lib/web/action";

/** As the identity that the field `as` names. */
export const joinEventAction = action(
  joinInput,
  async (ctx, input) => {
    const { status } = await joinEvent(ctx, input);
    const { slug } = await getEvent(ctx.db, input.eventId);
    return { to: `${eventPath(slug)}?notice=${status === "approved" ? "you_are_in" : "request_sent"}` };
  },
  { limit: { name: "join", max: 30, minutes: 60 } },
);

export const leaveEventAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    await leaveEvent(ctx, eventId);
    const { slug } = await getEvent(ctx.db, eventId);
    return { to: `${eventPath(slug)}?notice=you_left` };
  },
  { limit: { name: "leave", max: 60, minutes: 60 } },
);
