import { plainText } from "@/lib/core/text/plain-text";
import { rejectFollow } from "@/lib/events/follow-answer";
import { answerEvent } from "@/lib/participation/answer";
import { rejectParticipation } from "@/lib/participation/decide";
import { giveUpAsTold, lapseAsTold } from "@/lib/participation/told-standing";
import type { Received } from "../activity";
import { asHost } from "./as-host";
import { findEventAnswered, findOurFollow, findOurJoin } from "./asked";
import { saidBy } from "./coming";
import { handled, ignored, type Listener, refused } from "./listener";

/**
 * Somebody elsewhere says no: to one of ours who follows them or wants to come, or to an event or an invitation of ours.
 * Another Carillon says so too when one of ours gave their place up on its own page.
 */
export const onReject: Listener = async (ctx, activity, sender) => {
  const follow = await findOurFollow(ctx, activity.object);
  if (follow) {
    await rejectFollow(ctx, follow.id);
    return handled;
  }
  const join = await findOurJoin(ctx, activity.object);
  if (join) {
    const host = await asHost(ctx, join.event, { activity, sender });
    if (!host) return refused("not_host");
    const { id, status } = join.participation;
    if (["left", "maybe", "declined"].includes(status)) return ignored("taken_back");
    const { standing } = activity;
    if (standing === "lapsed") await lapseAsTold(host, id);
    else if (standing === "left" || standing === "maybe" || standing === "declined")
      await giveUpAsTold(host, { participationId: id, status: standing });
    else await rejectParticipation(host, id, reasonIn(activity));
    return handled;
  }
  const event = await findEventAnswered(ctx, activity.object);
  if (!event) return refused("not_asked");
  const said = await saidBy(ctx, event, { activity, word: "reject" });
  await answerEvent(ctx, { eventId: event.id, answer: "declined", said });
  return handled;
};

/** Why, as far as they say: hosts of other Carillons do. */
function reasonIn({ content, mediaType }: Received): string {
  if (typeof content !== "string") return "";
  return (mediaType === "text/plain" ? content : plainText(content)).slice(0, 1000);
}
