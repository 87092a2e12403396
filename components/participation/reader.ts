import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import { canManageEvent, type Managed as Hosted } from "@/lib/events/policy";
import type { Face } from "@/lib/identities/queries";
import type { ReadAnnouncement } from "@/lib/participation/announcements/queries";
import type { OwnReply } from "@/lib/participation/own-reply";
import { canJoinEvent } from "@/lib/participation/policy";
import { isUnheard } from "@/lib/participation/rules";

/** A signed-in reader of an event page, with what only they may see: where each of their own identities stands. */
export type EventReader = {
  acting: Face;
  /** Whom the page proposes to act as: the acting one unless another one was used with this event last. */
  proposed: Face;
  identities: Face[];
  zone: string;
  participations: OwnReply[];
  /** What the hosts ask those who take part. */
  questions: EventQuestion[];
  /** How many wait for an answer; 0 for whoever does not decide. */
  waiting: number;
  /** Ids of their identities that a host asked to come. */
  invited?: string[];
  /** What hosts wrote to one of their identities. */
  messages?: ReadAnnouncement[];
  /** How many comments wait for a host; none for whoever is not one. */
  waitingComments?: number;
};

const shown = [
  "approved",
  "offered",
  "waitlisted",
  "pending",
  "maybe",
  "declined",
  "rejected",
  "unheard",
] as const;

export type Standing = { identity: Face; status: (typeof shown)[number]; own: OwnReply };

type Managed = Hosted & Pick<Event, "publishedAt">;

/** Whether the page proposes an identity that hosts the event: then it is about looking after it. */
export function isOrganizer(reader: EventReader, event: Managed): boolean {
  return canManageEvent(actorOf(reader.proposed), event);
}

/** The first of the reader's identities that hosts the event, if one does. */
export function managerOf(reader: EventReader, event: Managed): Face | undefined {
  return reader.identities.find((identity) => canManageEvent(actorOf(identity), event));
}

/** Where the reader's identities stand, the proposed one first; those that never answered, or left, are not in it. */
export function standingsOf({ proposed, identities, participations }: EventReader): Standing[] {
  const order = [proposed, ...identities.filter(({ id }) => id !== proposed.id)];
  return order.flatMap((identity) => {
    const own = participations.find(({ actorId }) => actorId === identity.id);
    const standing = own && (isUnheard(own) ? "unheard" : own.status);
    const status = shown.find((each) => each === standing);
    return own && status ? [{ identity, status, own }] : [];
  });
}

/** As whom the reader did not answer yet, and could: the proposed identity first, then the acting one. */
export function candidatesOf(reader: EventReader, event: Parameters<typeof canJoinEvent>[1]): Face[] {
  const taken = new Set(standingsOf(reader).map(({ identity }) => identity.id));
  const free = reader.identities.filter(({ id }) => !taken.has(id));
  const allowed = free.filter((identity) => canJoinEvent(actorOf(identity), event));
  const rank = ({ id }: Face) => (id === reader.proposed.id ? 0 : id === reader.acting.id ? 1 : 2);
  return allowed.sort((a, b) => rank(a) - rank(b));
}

function actorOf({ id }: Face) {
  return { kind: "identity" as const, actorId: id };
}
