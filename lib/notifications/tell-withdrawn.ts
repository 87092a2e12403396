import { and, eq, isNotNull, type SQL } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { isOver } from "@/lib/events/rules";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import { withdrawnLetter } from "./letters/moderated";
import type { Happening } from "./people";
import { mailKey } from "./write-to";
import { writeToParticipants } from "./write-to-participants";

type Removed = Recorded<FactOf<"event.removed">>;
type Suspended = Recorded<FactOf<"identity.suspended">>;

/** Tells all who were to come that the event is not shown any more; not if it was put back meanwhile. */
export async function tellWithdrawn(tx: Context, fact: Removed): Promise<void> {
  for (const happening of await listRemoved(tx, eq(events.id, fact.eventId))) await tell(tx, fact, happening);
}

/** The same for all that an identity announced which is out of sight now, and was not before. */
export async function tellAllWithdrawn(tx: Context, fact: Suspended): Promise<void> {
  if ("wasHidden" in fact) return;
  const theirs = and(eq(events.organizerId, fact.actorId), eq(events.removal, "suspension"));
  for (const happening of await listRemoved(tx, theirs)) await tell(tx, fact, happening);
}

async function tell(tx: Context, fact: Removed | Suspended, happening: Happening): Promise<void> {
  await writeToParticipants(tx, happening, {
    statuses: ["approved", "offered", "waitlisted", "maybe", "pending"],
    key: (participationId) => mailKey(fact, participationId),
    write: ({ participant, reader }) => withdrawnLetter(happening, participant, reader),
  });
}

/** Announced, to come, and not called off before. */
async function listRemoved({ db, now }: Context, which: SQL | undefined): Promise<Happening[]> {
  const { id, name, handle, domain } = actors;
  const rows = await db
    .select({ event: events, organizer: { id, name, handle, domain } })
    .from(events)
    .innerJoin(actors, eq(id, events.organizerId))
    .where(and(which, isNotNull(events.removal), isNotNull(events.publishedAt)));
  return rows.filter(({ event }) => event.status !== "cancelled" && !isOver(event, now));
}
