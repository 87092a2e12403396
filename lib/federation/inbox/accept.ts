import { acceptFollow } from "@/lib/events/follow-answer";
import { approveParticipation } from "@/lib/participation/decide";
import { asHost } from "./as-host";
import { findEventAnswered, findOurFollow, findOurJoin } from "./asked";
import { hearComing } from "./coming";
import { handled, ignored, type Listener, refused } from "./listener";

/**
 * Somebody elsewhere says yes: to one of ours who follows them or wants to come, or to an event or an invitation of
 * ours. It cannot come before what it answers is known here: that leaves only after its commit.
 */
export const onAccept: Listener = async (ctx, activity, sender) => {
  const follow = await findOurFollow(ctx, activity.object);
  if (follow) {
    await acceptFollow(ctx, follow.id);
    return handled;
  }
  const join = await findOurJoin(ctx, activity.object);
  if (join) {
    const host = await asHost(ctx, join.event, { activity, sender });
    if (!host) return refused("not_host");
    if (["left", "maybe", "declined"].includes(join.participation.status)) return ignored("taken_back");
    await approveParticipation(host, join.participation.id);
    return handled;
  }
  const event = await findEventAnswered(ctx, activity.object);
  return event ? hearComing(ctx, event, { activity, word: "accept" }) : refused("not_asked");
};
