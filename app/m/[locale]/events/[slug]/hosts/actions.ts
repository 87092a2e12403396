"use server";

import type { Context } from "@/lib/core/context";
import { eventPath, hostsPath, paths } from "@/lib/core/paths";
import { acceptHosting, declineHosting } from "@/lib/events/hosts/answer";
import { handOver } from "@/lib/events/hosts/hand-over";
import { hostReference, inviteHostInput } from "@/lib/events/hosts/input";
import { inviteHost } from "@/lib/events/hosts/invite";
import { leaveHosting } from "@/lib/events/hosts/leave";
import { removeHost } from "@/lib/events/hosts/remove";
import { eventReference } from "@/lib/events/input";
import { getEvent } from "@/lib/events/queries";
import { action } from "@/lib/web/action";

/** Each of these is mailed to somebody. */
const limit = { name: "host", max: 60, minutes: 60 };

/** Handles are typed here: nobody needs many tries. */
export const inviteHostAction = action(
  inviteHostInput,
  async (ctx, input) => {
    await inviteHost(ctx, input);
    return { to: await hostsWith(ctx, input.eventId, "host_invited") };
  },
  { limit: { name: "invite host", max: 30, minutes: 60 } },
);

export const acceptHostingAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    await acceptHosting(ctx, eventId);
    const { slug } = await getEvent(ctx.db, eventId);
    return { to: `${eventPath(slug)}?notice=hosting_accepted_now` };
  },
  { limit },
);

export const declineHostingAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    await declineHosting(ctx, eventId);
    return { to: `${paths.myEvents}?notice=hosting_declined_now` };
  },
  { limit },
);

export const leaveHostingAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    await leaveHosting(ctx, eventId);
    return { to: `${paths.myEvents}?notice=hosting_left` };
  },
  { limit },
);

export const removeHostAction = action(
  hostReference,
  async (ctx, input) => {
    await removeHost(ctx, input);
    return { to: await hostsWith(ctx, input.eventId, "host_removed") };
  },
  { limit },
);

export const handOverAction = action(
  hostReference,
  async (ctx, input) => {
    await handOver(ctx, input);
    return { to: await hostsWith(ctx, input.eventId, "event_handed_over") };
  },
  { limit },
);

async function hostsWith({ db }: Context, eventId: string, notice: string): Promise<string> {
  const { slug } = await getEvent(db, eventId);
  return `${hostsPath(slug)}?notice=${notice}`;
}
