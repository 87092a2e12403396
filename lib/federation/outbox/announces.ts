import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import type { Context } from "@/lib/core/context";
import { announceActivity, createActivity } from "../objects/create";
import { eventDocument } from "../objects/event";
import type { ToldEvent } from "../objects/told";
import { getServerActor } from "../server-actor";
import { sendActivity } from "./send";

/**
 * The server's own actor announces a public event to whoever follows it: Mobilizon lists nothing else. In Mobilizon's
 * form: the whole object inside, and addressed to followers alone. Gancio follows servers too, and wants the Create of it.
 */
export async function announceToServers(tx: Context, told: ToldEvent): Promise<void> {
  if (!(await isPassedOn(tx, told))) return;
  const server = await getServerActor(tx);
  const event = eventDocument(told);
  const announced = announceActivity(event);
  const whole = { ...announced, object: createActivity(event) };
  const sending = { actorId: server.id, to: { followersOf: server.id }, aboutId: told.organizer.id };
  await sendActivity(tx, { ...sending, activity: announced, form: "objects" });
  await sendActivity(tx, { ...sending, activity: whole, form: "creates" });
}

/**
 * Whether servers that follow this one hear of an event: it is for all, and who announces it is not kept out of the lists
 * here since before it was announced.
 */
export async function isPassedOn({ db }: Context, { event, organizer }: ToldEvent): Promise<boolean> {
  if (event.visibility !== "public") return false;
  const [found] = await db
    .select({ limitedAt: actors.limitedAt })
    .from(actors)
    .where(eq(actors.id, organizer.id));
  const since = found?.limitedAt;
  return !since || (event.publishedAt !== null && event.publishedAt < since);
}
