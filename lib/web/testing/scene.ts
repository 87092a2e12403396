import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import type { Account } from "@/db/schema/accounts";
import type { ActorRow } from "@/db/schema/actors";
import { announcements } from "@/db/schema/announcements";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import {
  createAccount,
  createComment,
  createEvent,
  createIdentity,
  createParticipation,
} from "@/db/testing/factories";
import type { Actor, Context } from "@/lib/core/context";
import { createHost, createInvited } from "@/lib/events/hosts/testing/hosting";
import type { Role } from "./may";

/** What the acts of the role matrix are tried on. */
export type Scene = {
  event: Event;
  draft: Event;
  waiting: Participation;
  stranger: ActorRow;
  host: ActorRow;
  asked: Event;
};

/** Something that the stranger said. */
export async function comment(
  { db }: Context,
  { event, stranger }: Scene,
  status?: "waiting",
): Promise<string> {
  return (await createComment(db, event, { authorId: stranger.id, status })).id;
}

export async function plannedMessage({ db }: Context, { event }: Scene): Promise<string> {
  const uri = randomUUID();
  const planned = {
    eventId: event.id,
    statuses: ["approved" as const],
    subject: "",
    body: "Bring cups.",
    uri,
  };
  const [row] = await db
    .insert(announcements)
    .values({ ...planned, sendAt: event.startsAt! })
    .returning();
  return row!.id;
}

export async function applicant({ db }: Context): Promise<string> {
  return (await createAccount(db, { approvedAt: null, application: "I sing." })).id;
}

/** One event with everybody around it, each of whom can be the one who acts. */
export async function settle(db: Database): Promise<Scene & { actors: Record<Role, Actor> }> {
  const account: Account = await createAccount(db);
  const organizer = await createIdentity(db, { account });
  const otherFace = await createIdentity(db, { account });
  const stranger = await createIdentity(db);
  const participant = await createIdentity(db);
  const staff = await createAccount(db, { role: "moderator" });
  const boss = await createAccount(db, { role: "administrator" });
  const moderator = await createIdentity(db, { account: staff });
  const event = await createEvent(db, { organizerId: organizer.id });
  const draft = await createEvent(db, { organizerId: organizer.id, publishedAt: null });
  const host = await createHost(db, event);
  await createHost(db, draft, { host });
  const asked = await createEvent(db);
  await createInvited(db, asked, { host: stranger });
  await createParticipation(db, event, { actorId: participant.id, status: "approved" });
  const waiting = await createParticipation(db, event);
  const byMail = await createParticipation(db, event, { email: "grace@example.org", status: "approved" });
  const as = (actorId: string): Actor => ({ kind: "identity", actorId });
  const actors: Record<Role, Actor> = {
    anonymous: { kind: "anonymous" },
    stranger: as(stranger.id),
    participant: as(participant.id),
    "holder of a mailed link": { kind: "mail", participationId: byMail.id },
    organizer: as(organizer.id),
    "co-host": as(host.id),
    "other face of the organizer": as(otherFace.id),
    moderator: as(moderator.id),
    account: { kind: "account", accountId: account.id, role: "member" },
    "moderator's account": { kind: "account", accountId: staff.id, role: "moderator" },
    "administrator's account": { kind: "account", accountId: boss.id, role: "administrator" },
  };
  return { actors, event, draft, waiting, stranger, host, asked };
}
