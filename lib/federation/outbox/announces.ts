import type { Context } from "@/lib/core/context";
import { eventDocument } from "../objects/event";
import type { ToldEvent } from "../objects/told";
import { getServerActor } from "../server-actor";
import { activityUri, collectionUri } from "../uris";
import { sendActivity } from "./send";

/**
 * The server's own actor announces a public event to whoever follows it: Mobilizon lists nothing else. In Mobilizon's
 * form: the whole object inside, and addressed to followers alone.
 */
export async function announceToServers(tx: Context, told: ToldEvent): Promise<void> {
  if (told.event.visibility !== "public") return;
  const server = await getServerActor(tx);
  const object = eventDocument(told);
  const activity = {
    id: activityUri(told.event.uri, "announce"),
    type: "Announce",
    actor: server.uri,
    attributedTo: told.organizer.uri,
    to: [collectionUri(server.uri, "followers")],
    cc: [],
    ...(object.published ? { published: object.published } : {}),
    object,
  };
  await sendActivity(tx, {
    actorId: server.id,
    activity,
    to: { followersOf: server.id },
    aboutId: told.organizer.id,
  });
}
