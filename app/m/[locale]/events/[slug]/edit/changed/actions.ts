"use server";

import { eventReference } from "@/lib/events/input";
import { action } from "@/lib/web/action";
import { forgetForm } from "@/lib/web/saving";

/** What was saved meanwhile holds. */
export const giveWayAction = action(eventReference, (ctx, { eventId }) => forgetForm(ctx, eventId));
