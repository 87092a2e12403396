import type { Context } from "@/lib/core/context";
import { announceActivity } from "../objects/create";
import { eventDocument } from "../objects/event";
import type { ToldEvent } from "../objects/told";
import { getServerActor } from "../server-actor";
import { sendActivity } from "./send";

/**
 * The server's own actor announces a public event to whoever follows it: Mobilizon lists nothing else. In Mobilizon's
 * form: the whole object inside, and addressed to followers alone.
 */
export async function announceToServers(tx: Context, told: ToldEvent): Promise<void> {
  if (told.event.visibility !== "public") return;
  const server = await getServerActor(tx);
  await sendActivity(tx, {
    actorId: server.id,
    activity: announceActivity(eventDocument(told)),
    to: { followersOf: server.id },
    aboutId: told.organizer.id,
  });
}
