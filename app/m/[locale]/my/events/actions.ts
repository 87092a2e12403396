"use server";

import { z } from "zod";
import { endOnboarding } from "@/lib/accounts/onboarding";
import { editEventPath, eventPath, paths } from "@/lib/core/paths";
import { restoreEvent } from "@/lib/events/delete";
import { acceptHosting, declineHosting } from "@/lib/events/hosts/answer";
import { eventReference } from "@/lib/events/input";
import { getEvent } from "@/lib/events/queries";
import { renewFeedToken } from "@/lib/identities/feed-token";
import { replyInput } from "@/lib/participation/input";
import { dismissInvitation } from "@/lib/participation/invitations/dismiss";
import { replyToEvent } from "@/lib/participation/reply-to";
import { action } from "@/lib/web/action";
import { answered } from "@/lib/web/reply-outcome";

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

/** Takes the deletion of an event back. */
export const restoreEventAction = action(eventReference, async (ctx, { eventId }) => {
  const { slug, publishedAt } = await restoreEvent(ctx, eventId);
  return { to: `${publishedAt ? eventPath(slug) : editEventPath(slug)}?notice=event_restored` };
});

const answering = { name: "host", max: 60, minutes: 60 };

/** As the identity that was asked. */
export const acceptMyHostingAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    await acceptHosting(ctx, eventId);
    const { slug } = await getEvent(ctx.db, eventId);
    return { to: `${eventPath(slug)}?notice=hosting_accepted_now` };
  },
  { limit: answering },
);

export const declineMyHostingAction = action(
  eventReference,
  async (ctx, { eventId }) => {
    await declineHosting(ctx, eventId);
    return { to: `${paths.myEvents}?notice=hosting_declined_now` };
  },
  { limit: answering },
);

/** As the identity that was asked to come. */
export const answerInvitationAction = action(
  replyInput,
  async (ctx, reply) => answered(ctx, await replyToEvent(ctx, reply)),
  { limit: { name: "join", max: 30, minutes: 60 } },
);

export const dismissInvitationAction = action(eventReference, async (ctx, { eventId }) => {
  await dismissInvitation(ctx, eventId);
  return { to: `${paths.myEvents}?notice=invitation_dismissed` };
});
