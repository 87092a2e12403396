import { answerEvent } from "@/lib/participation/answer";
import { standAsTold, type ToldStanding } from "@/lib/participation/told-standing";
import type { Received } from "../activity";
import { instantIn } from "../import/read-times";
import { asHost } from "./as-host";
import { findEventAnswered, findOurJoin } from "./asked";
import { saidBy } from "./coming";
import { handled, ignored, type Listener, refused } from "./listener";

const standings: readonly string[] = ["pending", "waitlisted", "offered"] satisfies ToldStanding[];

/** Somebody elsewhere says perhaps: to one of ours who wants to come, or about an event or an invitation of ours. */
export const onTentativeAccept: Listener = async (ctx, activity, sender) => {
  const join = await findOurJoin(ctx, activity.object);
  if (join) {
    const host = await asHost(ctx, join.event, { activity, sender });
    if (!host) return refused("not_host");
    const standing = standingIn(activity);
    // As far as they say, somebody decides later: so it is.
    if (!standing) return ignored("waits");
    await standAsTold(host, { participationId: join.participation.id, standing, ...endIn(activity) });
    return handled;
  }
  const event = await findEventAnswered(ctx, activity.object);
  if (!event) return refused("not_asked");
  const said = await saidBy(ctx, event, { activity, word: "tentative" });
  await answerEvent(ctx, { eventId: event.id, answer: "maybe", said });
  return handled;
};

function standingIn({ standing }: Received): ToldStanding | null {
  return typeof standing === "string" && standings.includes(standing) ? (standing as ToldStanding) : null;
}

function endIn({ endTime }: Received): { endsAt?: Date } {
  const endsAt = instantIn(endTime);
  return endsAt ? { endsAt } : {};
}
