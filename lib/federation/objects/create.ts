import type { Activity, Document } from "../activity";
import { activityUri } from "../uris";

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
