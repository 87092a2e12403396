import type { Context } from "@/lib/core/context";
import { enqueue } from "@/lib/jobs/enqueue";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { type Attending, findAttending, findSoftware } from "./participants";
import { answerActivity } from "./participation-activities";
import { sendActivity } from "./send";

type Decided = Recorded<
  FactOf<
    | "participation.approved"
    | "participation.waitlisted"
    | "participation.offered"
    | "participation.offer_lapsed"
    | "participation.rejected"
    | "participation.reconsidered"
  >
>;

/** How long hosts may take a refusal back before anybody hears of it, as with letters. */
const PAUSE = 60_000;

/**
 * Answers somebody elsewhere who takes part in an event of this server: whoever decided, also if that was nobody but the
 * places. What was decided anew meanwhile is told by that.
 */
export async function tellParticipant(tx: Context, fact: Decided): Promise<void> {
  const found = await findAttending(tx, fact.participationId);
  if (!found || found.event.domain !== null || found.participant.domain === null) return;
  if (fact.kind === "participation.rejected") {
    const due = new Date(fact.at.getTime() + PAUSE);
    if (due > tx.now) return tellLater(tx, fact, due);
  }
  if (isTrueStill(found, fact)) await sendAnswer(tx, found, { cause: fact.factId, fact });
}

function isTrueStill({ participation: { status, decidedAt } }: Attending, { kind, at }: Decided): boolean {
  switch (kind) {
    case "participation.approved":
      return status === "approved";
    case "participation.waitlisted":
      return status === "waitlisted";
    case "participation.offered":
      return status === "offered";
    case "participation.offer_lapsed":
      return status === "left";
    case "participation.rejected":
      return status === "rejected" && !(decidedAt && decidedAt > at);
    case "participation.reconsidered":
      return status !== "left" && status !== "declined";
  }
}

/** Says where they stand now; the same cause is told once. Who waits for the hosts is told nothing, unless they did not. */
export async function sendAnswer(
  tx: Context,
  found: Attending,
  { cause, fact }: { cause: string | number; fact?: Decided },
): Promise<void> {
  const { event, participant } = found;
  const answer = await answerFor(tx, found, fact);
  if (!answer) return;
  const { type, ...standing } = answer;
  await sendActivity(tx, {
    actorId: event.organizerId,
    activity: answerActivity(type, found, { cause, ...standing }),
    to: { actorIds: [participant.id] },
  });
}

type Answer = { type: "Accept" | "TentativeAccept" | "Reject"; standing?: "lapsed" | "pending" };

async function answerFor(tx: Context, found: Attending, fact?: Decided): Promise<Answer | null> {
  const { status } = found.participation;
  if (status === "approved") return { type: "Accept" };
  if (status === "rejected") return { type: "Reject" };
  if (fact?.kind === "participation.offer_lapsed") return { type: "Reject", standing: "lapsed" };
  if (fact?.kind !== "participation.reconsidered")
    return status === "waitlisted" || status === "offered" ? { type: "TentativeAccept" } : null;
  // Only another Carillon understands that somebody who was in waits again.
  const isUnderstood = (await findSoftware(tx, found.participant.domain!)) === "carillon";
  if (fact.was === "approved" && !isUnderstood) return { type: "Reject" };
  return status === "waitlisted" || status === "offered"
    ? { type: "TentativeAccept" }
    : { type: "TentativeAccept", standing: "pending" };
}

function tellLater(tx: Context, { factId }: Decided, runAt: Date): Promise<void> {
  return enqueue(tx, {
    task: "tell",
    payload: { reader: "tellParticipant", factId },
    key: `tell:tellParticipant:${factId}`,
    runAt,
  });
}
