import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type EventHost, eventHosts } from "@/db/schema/event-hosts";
import type { Context } from "@/lib/core/context";
import type { FactOf, Recorded } from "@/lib/journal/facts";
import type { Reader } from "./event-card";
import { hears } from "./hears";
import type { Letter } from "./letter";
import {
  handedOverLetter,
  hostAnsweredLetter,
  hostInvitedLetter,
  hostRemovedLetter,
} from "./letters/hosting";
import { findHappening, findPeople, type Happening, type Person } from "./people";
import { mailKey, writeTo } from "./write-to";

/** Asks somebody whether they host an event too, unless that was answered or taken back meanwhile. */
export async function inviteToHost(tx: Context, fact: Recorded<FactOf<"event.host_invited">>): Promise<void> {
  const hosting = await findHosting(tx.db, fact);
  if (hosting?.status !== "invited") return;
  const { invitedById } = hosting;
  await tell(tx, fact, fact.actorId, async ({ happening, person }) => {
    const inviter = invitedById ? await findPerson(tx.db, invitedById) : null;
    const { title, description } = happening.event;
    if (!(await hears(tx, person.id, { of: inviter, texts: [title, description] }))) return null;
    return (reader) => hostInvitedLetter({ ...happening, person }, inviter, reader);
  });
}

/** Tells the organiser that somebody accepted to host, unless they think otherwise by now. */
export async function tellHostAccepted(
  tx: Context,
  fact: Recorded<FactOf<"event.host_accepted">>,
): Promise<void> {
  if ((await findHosting(tx.db, fact))?.status === "accepted") await tellAnswer(tx, fact, true);
}

/** Tells the organiser that somebody declined to host, unless they think otherwise by now. */
export async function tellHostDeclined(
  tx: Context,
  fact: Recorded<FactOf<"event.host_declined">>,
): Promise<void> {
  if ((await findHosting(tx.db, fact))?.status === "declined") await tellAnswer(tx, fact, false);
}

/** Tells a host that the event is theirs now, unless it went on to somebody else. */
export async function tellHandedOver(
  tx: Context,
  fact: Recorded<FactOf<"event.handed_over">>,
): Promise<void> {
  await tell(tx, fact, fact.organizerId, async ({ happening, person }) => {
    if (happening.organizer.id !== fact.organizerId) return null;
    const former = await findPerson(tx.db, fact.formerId);
    return (reader) => handedOverLetter({ ...happening, person }, former, reader);
  });
}

/** Tells whoever hosted that they do no more. An invitation that is taken back is forgotten silently. */
export async function tellHostRemoved(
  tx: Context,
  fact: Recorded<FactOf<"event.host_removed">>,
): Promise<void> {
  if (!fact.hasHosted || (await findHosting(tx.db, fact))) return;
  await tell(tx, fact, fact.actorId, async ({ happening, person }) => {
    return (reader) => hostRemovedLetter({ ...happening, person }, reader);
  });
}

type Answered = Recorded<FactOf<"event.host_accepted" | "event.host_declined">>;

async function tellAnswer(tx: Context, fact: Answered, hasAccepted: boolean): Promise<void> {
  const who = await findPerson(tx.db, fact.actorId);
  const happening = who && (await findHappening(tx.db, fact.eventId));
  if (!happening) return;
  await tell(tx, fact, happening.organizer.id, async ({ person }) => {
    return (reader) => hostAnsweredLetter({ ...happening, person }, { who, hasAccepted }, reader);
  });
}

type Told = { happening: Happening; person: Person };
type Write = (reader: Reader) => Letter;

/** One letter about hosting, to one identity, if event and identity are still there. */
async function tell(
  tx: Context,
  fact: { kind: string; factId: number; eventId: string },
  actorId: string,
  prepare: (told: Told) => Promise<Write | null>,
): Promise<void> {
  const [happening, person] = [await findHappening(tx.db, fact.eventId), await findPerson(tx.db, actorId)];
  const write = happening && person && (await prepare({ happening, person }));
  if (write) await writeTo(tx, actorId, { key: mailKey(fact), kind: "hosting", write });
}

async function findHosting(
  db: Database,
  { eventId, actorId }: { eventId: string; actorId: string },
): Promise<EventHost | null> {
  const [hosting] = await db
    .select()
    .from(eventHosts)
    .where(and(eq(eventHosts.eventId, eventId), eq(eventHosts.actorId, actorId)));
  return hosting ?? null;
}

async function findPerson(db: Database, id: string): Promise<Person | null> {
  return (await findPeople(db, [id]))[0] ?? null;
}
