import { randomBytes } from "node:crypto";
import type { Database } from "../client";
import { accountIdentities } from "../schema/account-identities";
import { type Account, accounts } from "../schema/accounts";
import { type ActorRow, actors } from "../schema/actors";
import { type Comment, comments } from "../schema/comments";
import { type Event, events } from "../schema/events";
import { type Participation, participations } from "../schema/participations";
import { type RemoteActor, remoteActors } from "../schema/remote-actors";
import { type RemoteEvent, remoteEvents } from "../schema/remote-events";

/** "Now" in tests. */
export const now = new Date("2026-11-23T12:00:00Z");

const random = () => randomBytes(5).toString("hex");

export async function createAccount(db: Database, values: Partial<Account> = {}): Promise<Account> {
  const [account] = await db
    .insert(accounts)
    .values({
      email: `${random()}@example.org`,
      locale: "en",
      zone: "Europe/Paris",
      confirmedAt: now,
      ...values,
    })
    .returning();
  return account!;
}

/** An identity of this server with an account of its own, or one more of the account given. */
export async function createIdentity(
  db: Database,
  { account, ...values }: Partial<ActorRow> & { account?: Account } = {},
): Promise<ActorRow> {
  const handle = values.handle ?? `someone_${random()}`;
  const [identity] = await db
    .insert(actors)
    .values({ kind: "person", handle, name: handle, uri: `http://localhost:3000/@${handle}`, ...values })
    .returning();
  const owner = account ?? (await createAccount(db));
  await db
    .insert(accountIdentities)
    .values({ actorId: identity!.id, accountId: owner.id, isDefault: !account });
  return identity!;
}

/** Somebody on another server, `far.example` unless told otherwise, with an inbox of their own and a shared one. */
export async function createRemoteActor(
  db: Database,
  { remote, ...values }: Partial<ActorRow> & { remote?: Partial<RemoteActor> } = {},
): Promise<ActorRow> {
  const { handle = `far_${random()}`, domain = "far.example" } = values;
  const uri = values.uri ?? `https://${domain}/users/${handle}`;
  const [actor] = await db
    .insert(actors)
    .values({ kind: "person", name: handle, ...values, handle, domain, uri })
    .returning();
  await db.insert(remoteActors).values({
    actorId: actor!.id,
    inbox: `${uri}/inbox`,
    sharedInbox: `https://${domain}/inbox`,
    followers: `${uri}/followers`,
    url: uri,
    refreshedAt: now,
    ...remote,
  });
  return actor!;
}

/** An event of another server; its organiser there is made unless given. */
export async function createRemoteEvent(
  db: Database,
  { remote, ...values }: Partial<Event> & { remote?: Partial<RemoteEvent> } = {},
): Promise<Event> {
  const { domain = "far.example" } = values;
  const organizerId = values.organizerId ?? (await createRemoteActor(db, { domain })).id;
  const uri = values.uri ?? `https://${domain}/events/${random()}`;
  const event = await createEvent(db, { ...values, uri, domain, organizerId });
  await db.insert(remoteEvents).values({ eventId: event.id, url: uri, refreshedAt: now, ...remote });
  return event;
}

/** A published event next week, free to join; its organiser is made unless given. */
export async function createEvent(db: Database, values: Partial<Event> = {}): Promise<Event> {
  const slug = values.slug ?? random();
  const [event] = await db
    .insert(events)
    .values({
      slug,
      uri: `http://localhost:3000/events/${slug}`,
      organizerId: values.organizerId ?? (await createIdentity(db)).id,
      title: "Repair café",
      startsAt: new Date("2026-12-01T18:00:00Z"),
      endsAt: new Date("2026-12-01T21:00:00Z"),
      zone: "Europe/Paris",
      publishedAt: now,
      ...values,
    })
    .returning();
  return event!;
}

/** Somebody who waits to be let in, unless told otherwise; in line the first, offered a place until tomorrow. */
export async function createParticipation(
  db: Database,
  event: Pick<Event, "id">,
  values: Partial<Participation> = {},
): Promise<Participation> {
  const [participation] = await db
    .insert(participations)
    .values({
      eventId: event.id,
      actorId: values.email ? null : (values.actorId ?? (await createIdentity(db)).id),
      status: "pending",
      uri: `http://localhost:3000/join/${random()}`,
      createdAt: now,
      waitRank: values.status === "waitlisted" ? 1 : null,
      offerEndsAt: values.status === "offered" ? new Date(now.getTime() + 86_400_000) : null,
      ...values,
    })
    .returning();
  return participation!;
}

/** Something said that everybody sees; its author is made unless given. */
export async function createComment(
  db: Database,
  event: Pick<Event, "id">,
  values: Partial<Comment> = {},
): Promise<Comment> {
  const source = values.source ?? "Is there **cake**?";
  const [comment] = await db
    .insert(comments)
    .values({
      eventId: event.id,
      authorId: values.authorId ?? (await createIdentity(db)).id,
      uri: `http://localhost:3000/comments/${random()}`,
      source,
      html: `<p>${source}</p>`,
      createdAt: now,
      ...values,
    })
    .returning();
  return comment!;
}

/** The context of somebody who acts as this identity. */
export function actingAs(db: Database, actorId: string) {
  return { db, actor: { kind: "identity" as const, actorId }, now };
}
