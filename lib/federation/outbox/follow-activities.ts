import type { ActorRow } from "@/db/schema/actors";
import type { Follow } from "@/db/schema/follows";
import type { Activity } from "../activity";
import { activityUri } from "../uris";
import { nonceOf } from "./nonce";

type Party = Pick<ActorRow, "uri">;

/** Who follows whom, and by which id. */
export type FollowParties = { follow: Pick<Follow, "uri">; follower: Party; followed: Party };

/** One of ours wants to hear of what somebody elsewhere announces. */
export function followActivity(parties: FollowParties): Activity {
  return { ...quoted(parties), to: [parties.followed.uri] };
}

/** They do not any more. Servers find what is taken back by all of it, not by its id alone. */
export function undoFollowActivity(parties: FollowParties): Activity {
  const { follow, follower, followed } = parties;
  return {
    id: activityUri(follow.uri, "undo"),
    type: "Undo",
    actor: follower.uri,
    object: quoted(parties),
    to: [followed.uri],
  };
}

/**
 * One of ours is followed from elsewhere, or not. The Follow stands in it as it came, with its own id: WordPress knows
 * it by that. `nonce`: the Follow came again.
 */
export function followAnswer(
  type: "Accept" | "Reject",
  parties: FollowParties,
  { nonce = "" }: { nonce?: string } = {},
): Activity {
  const { follow, follower, followed } = parties;
  return {
    id: activityUri(followed.uri, type.toLowerCase(), nonceOf(follow.uri, nonce)),
    type,
    actor: followed.uri,
    object: quoted(parties),
    to: [follower.uri],
  };
}

function quoted({ follow, follower, followed }: FollowParties): Activity {
  return { id: follow.uri, type: "Follow", actor: follower.uri, object: followed.uri };
}
