import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { listAnswers, listQuestions } from "@/lib/participation/questions/queries";
import { createActivity } from "../objects/create";
import { formFor } from "../software";
import { addressed, answering } from "./direct-note";
import { type Guiding, guidanceNote } from "./guidance-note";
import { nonceOf } from "./nonce";
import { type Attending, findAttending, findSoftware } from "./participants";
import { answerActivity } from "./participation-activities";
import { sendActivity } from "./send";

type Standing = Recorded<
  FactOf<
    | "participation.approved"
    | "participation.requested"
    | "participation.waitlisted"
    | "participation.offered"
  >
>;

/**
 * Tells somebody of another server, for their eyes alone, what their own cannot show them: that they are asked something,
 * stand in line, or that a place is held; with a link to a page here on which they answer. Once each time they come, and
 * for each offer. Another Carillon shows the line and offers itself.
 */
export async function guideParticipant(tx: Context, fact: Standing): Promise<void> {
  const found = await findAttending(tx, fact.participationId);
  if (!found || !isElsewhere(found) || found.participant.deletedAt || isOver(found.event, tx.now)) return;
  const { participation, event, participant, organizer } = found;
  const status = statusAfter[fact.kind];
  if (participation.status !== status || event.status === "cancelled") return;
  const software = await findSoftware(tx, participant.domain!);
  const asks = await asksOf(tx, found);
  const isShownThere = software === "carillon" || status === "approved" || status === "pending";
  const isNeeded = asks !== null || !isShownThere;
  if (!isNeeded) return;
  const time = fact.kind === "participation.offered" ? fact.factId : "";
  const guiding: Guiding = { ...found, status, asks, at: fact.at };
  const note = answering(
    addressed(guidanceNote(guiding), participant, nonceOf(participation.uri, status, time)),
    found,
    formFor(software),
  );
  await sendActivity(tx, {
    actorId: organizer.id,
    activity: createActivity(note),
    to: { actorIds: [participant.id] },
  });
}

const statusAfter = {
  "participation.approved": "approved",
  "participation.requested": "pending",
  "participation.waitlisted": "waitlisted",
  "participation.offered": "offered",
} as const satisfies Record<Standing["kind"], Guiding["status"]>;

type GivenUp = Recorded<FactOf<"participation.left" | "participation.undecided" | "participation.declined">>;

/** Somebody of another server gave their place up on the page here: what their own believes is put right. */
export async function tellGivenUp(tx: Context, fact: GivenUp): Promise<void> {
  if (fact.doerId !== null) return;
  const found = await findAttending(tx, fact.participationId);
  if (!found || !isElsewhere(found) || !["left", "maybe", "declined"].includes(found.participation.status))
    return;
  await sendActivity(tx, {
    actorId: found.organizer.id,
    activity: answerActivity("Reject", found, { cause: fact.factId }),
    to: { actorIds: [found.participant.id] },
  });
}

function isElsewhere({ event, participant }: Attending): boolean {
  return event.domain === null && participant.domain !== null;
}

/** What they have not been asked yet where they come from. */
async function asksOf({ db }: Context, { event, participation }: Attending): Promise<Guiding["asks"]> {
  const questions = await listQuestions(db, event.id);
  const given = (await listAnswers(db, [participation.id])).get(participation.id) ?? {};
  if (questions.some(({ id }) => !given[id])) return "questions";
  return event.guestsAllowed > 0 && participation.seats === 1 ? "guests" : null;
}
