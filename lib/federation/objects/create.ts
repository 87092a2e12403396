import type { Activity, Document } from "../activity";
import { activityUri, collectionUri, serverUri } from "../uris";

/** The Create of an object of ours, addressed as the object is: the same in outboxes and in deliveries. */
export function createActivity(object: Document): Activity {
  const { id, actor, to, cc, published } = object;
  return {
    id: activityUri(String(id), "create"),
    type: "Create",
    actor: String(actor),
    to,
    cc,
    ...(published ? { published } : {}),
    object,
  };
}

/**
 * That the server's own actor passes an event of ours on: whole, since Mobilizon lists what an actor that it follows
 * announces, and to its followers.
 */
export function announceActivity(object: Document): Activity {
  const actor = serverUri();
  return {
    id: activityUri(String(object.id), "announce"),
    type: "Announce",
    actor,
    attributedTo: object.attributedTo,
    to: [collectionUri(actor, "followers")],
    cc: [],
    ...(object.published ? { published: object.published } : {}),
    object,
  };
}
