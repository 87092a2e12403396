import { leaveEvent } from "@/lib/participation/leave";
import { idIn } from "../read";
import { findEventHere } from "./coming";
import { handled, type Listener, refused } from "./listener";
import { whenSaid } from "./when-said";

/** Somebody elsewhere does not come to an event of this server after all; also if it arrives before they came. */
export const onLeave: Listener = async (ctx, activity) => {
  const event = await findEventHere(ctx, idIn(activity.object));
  if (!event) return refused("event_not_found");
  await leaveEvent(ctx, event.id, { said: { word: "leave", at: await whenSaid(ctx, activity) } });
  return handled;
};
