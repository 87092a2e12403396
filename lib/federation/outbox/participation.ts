import { eq } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { approveParticipations } from "@/lib/participation/decide";
import { readsAnswers, takesYesAsGiven } from "@/lib/participation/rules";
import { type Attending, findAttending, findSoftware, listHostsElsewhere } from "./participants";
import { joinActivity, reportActivity, undoAcceptActivity } from "./participation-activities";
import { sendActivity } from "./send";

/** Asks the server of an event elsewhere to let one of ours in, unless they thought better of it meanwhile. */
export async function tellJoin(
  tx: Context,
  fact: Recorded<FactOf<"participation.requested">>,
): Promise<void> {
  const found = await findOwnElsewhere(tx, fact);
  if (!found) return;
  const isGiven = takesYesAsGiven(await findSoftware(tx, found.event.domain!));
  const { status, uri, createdAt: at } = found.participation;
  if (status !== "pending" && !(isGiven && status === "approved")) return;
  const hosts = await listHostsElsewhere(tx, found.event);
  await sendActivity(tx, {
    actorId: found.participant.id,
    activity: isGiven
      ? reportActivity("Accept", { ...found, uri }, { hosts, at, cause: "" })
      : joinActivity(found, { hosts }),
    to: { actorIds: hosts.map(({ id }) => id) },
  });
}

/** Where a yes is taken as given, nobody answers: whoever of ours says it is in, as if their host had said so. */
export async function takeAsGiven(
  tx: Context,
  { eventId, participationId, origin }: Recorded<FactOf<"participation.requested">>,
): Promise<void> {
  const [event] = await tx.db.select().from(events).where(eq(events.id, eventId));
  if (origin === "remote" || !event?.domain || event.deletedAt || event.status === "cancelled") return;
  if (!takesYesAsGiven(await findSoftware(tx, event.domain))) return;
  const asHost = { ...tx, actor: { kind: "identity" as const, actorId: event.organizerId } };
  await approveParticipations(asHost, { eventId, participationIds: [participationId] });
}

/**
 * Tells the server of an event elsewhere that one of ours does not come after all. It says all itself, since whoever is
 * gone for good takes their answers along.
 */
export async function tellLeave(
  tx: Context,
  fact: Recorded<FactOf<"participation.left" | "participation.undecided" | "participation.declined">>,
): Promise<void> {
  const { eventId, uri, doerId, origin } = fact;
  if (origin === "remote" || !uri || !doerId) return;
  const [event] = await tx.db.select().from(events).where(eq(events.id, eventId));
  const [participant] = await tx.db.select().from(actors).where(eq(actors.id, doerId));
  if (!event || event.domain === null || !participant) return;
  const software = await findSoftware(tx, event.domain);
  const hosts = await listHostsElsewhere(tx, event);
  const report = { hosts, at: fact.at, cause: fact.factId };
  const type = takesYesAsGiven(software) ? "Reject" : "Leave";
  const leaving = { event, participant, uri };
  await sendActivity(tx, {
    actorId: doerId,
    activity:
      software === "gathio" ? undoAcceptActivity(leaving, report) : reportActivity(type, leaving, report),
    to: { actorIds: hosts.map(({ id }) => id) },
  });
}

/** Tells the server of an event elsewhere that one of ours may come, or cannot: as such, or that they are not to come. */
export async function tellUnsure(
  tx: Context,
  fact: Recorded<FactOf<"participation.undecided" | "participation.declined">>,
): Promise<void> {
  const found = await findOwnElsewhere(tx, fact);
  if (!found) return;
  if (!readsAnswers(await findSoftware(tx, found.event.domain!))) return tellLeave(tx, fact);
  const { status, uri } = found.participation;
  if (status !== "maybe" && status !== "declined") return;
  const hosts = await listHostsElsewhere(tx, found.event);
  const { at, factId: cause } = fact;
  const type = status === "maybe" ? "TentativeAccept" : "Reject";
  await sendActivity(tx, {
    actorId: found.participant.id,
    activity: reportActivity(type, { ...found, uri }, { hosts, at, cause }),
    to: { actorIds: hosts.map(({ id }) => id) },
  });
}

/** What one of this server said itself about an event elsewhere. */
async function findOwnElsewhere(
  tx: Context,
  {
    participationId,
    origin,
  }: Recorded<FactOf<"participation.requested" | "participation.undecided" | "participation.declined">>,
): Promise<Attending | null> {
  if (origin === "remote") return null;
  const found = await findAttending(tx, participationId);
  return found && found.event.domain !== null && found.participant.domain === null ? found : null;
}
