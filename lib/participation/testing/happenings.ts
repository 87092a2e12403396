import { eq } from "drizzle-orm";
import fc from "fast-check";
import type { Database } from "@/db/client";
import { events } from "@/db/schema/events";
import { actingAs } from "@/db/testing/factories";
import { inTransaction } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { lockEvent } from "@/lib/events/lock";
import { answerEvent } from "../answer";
import { changeParticipation } from "../change";
import { approveParticipations, rejectParticipations } from "../decide";
import { joinEvent } from "../join";
import { leaveEvent } from "../leave";
import { moveInLine } from "../waitlist/move";
import { acceptOffer } from "../waitlist/offer";
import { promoteWaiting } from "../waitlist/promote";
import type { Town } from "./town";

/** Something that can happen to an event, about the person with this number. */
export type Happening =
  | { kind: "join" | "guests"; who: number; guests: number }
  | { kind: "leave" | "decline" | "maybe" | "approve" | "reject" | "accept"; who: number }
  | { kind: "move"; who: number; position: number }
  | { kind: "capacity"; capacity: number; aside: number };

const who = fc.nat(7);
const guests = fc.nat(3);
const kindOf = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);

/** More joining than anything else, so that there is a line most of the time. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: kindOf("join"), who, guests }) },
  { weight: 2, arbitrary: fc.record({ kind: kindOf("guests"), who, guests }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: kindOf("leave", "decline", "maybe", "approve", "reject", "accept"), who }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: kindOf("move"), who, position: fc.integer({ min: 1, max: 8 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kindOf("capacity"),
      capacity: fc.integer({ min: 1, max: 9 }),
      aside: fc.nat(1),
    }),
  },
);

/** Lets it happen; a refusal changes nothing. */
export async function happen(db: Database, town: Town, it: Happening): Promise<void> {
  try {
    await run(db, town, it);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

async function run(db: Database, { eventId, organizerId, people }: Town, it: Happening): Promise<unknown> {
  const host = actingAs(db, organizerId);
  if (it.kind === "capacity") return changeCapacity(db, eventId, it);
  const person = people[it.who]!;
  const own = actingAs(db, person.actorId);
  const chosen = { eventId, participationIds: [person.participationId] };
  switch (it.kind) {
    case "join":
      return joinEvent(own, { eventId, adults: it.guests });
    case "guests":
      return changeParticipation(own, {
        eventId,
        message: "",
        adults: 0,
        children: it.guests,
        isHidden: false,
        answers: {},
      });
    case "leave":
      return leaveEvent(own, eventId);
    case "decline":
      return answerEvent(own, { eventId, answer: "declined" });
    case "maybe":
      return answerEvent(own, { eventId, answer: "maybe" });
    case "accept":
      return acceptOffer(own, eventId);
    case "approve":
      return approveParticipations(host, chosen);
    case "reject":
      return rejectParticipations(host, { ...chosen, reason: "" });
    case "move":
      return moveInLine(host, { participationId: person.participationId, position: it.position });
  }
}

function changeCapacity(db: Database, eventId: string, change: { capacity: number; aside: number }) {
  return inTransaction({ ...actingAs(db, eventId), actor: { kind: "system" } }, async (tx) => {
    await lockEvent(tx.db, eventId);
    await tx.db
      .update(events)
      .set({ capacity: change.capacity, placesAside: Math.min(change.aside, change.capacity) })
      .where(eq(events.id, eventId));
    await promoteWaiting(tx, await lockEvent(tx.db, eventId));
  });
}
