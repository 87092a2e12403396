import { idIn } from "../read";
import { findEventHere, hearComing } from "./coming";
import { type Listener, refused } from "./listener";

/** Somebody elsewhere wants to come to an event of this server (wire: Mobilizon 1.7, FEP-8a8e). */
export const onJoin: Listener = async (ctx, activity) => {
  const event = await findEventHere(ctx, idIn(activity.object));
  return event ? hearComing(ctx, event, { activity, word: "join" }) : refused("event_not_found");
};
