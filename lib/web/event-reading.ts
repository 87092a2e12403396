import { cache } from "react";
import type { Event } from "@/db/schema/events";
import { countWaitingComments } from "@/lib/comments/held";
import { connection } from "@/lib/core/database";
import { listAnnouncementsTo } from "@/lib/participation/announcements/queries";
import { findEventPage } from "@/lib/participation/event-page";
import { listInvitedOf } from "@/lib/participation/invitations/invited";
import { lastUsed } from "@/lib/participation/last-used";
import { listOwnParticipations } from "@/lib/participation/own-reply";
import { canDecideParticipation } from "@/lib/participation/policy";
import { countByStatus } from "@/lib/participation/queries";
import { listQuestions } from "@/lib/participation/questions/queries";
import type { Viewer } from "./viewer";

/**
 * The event as a viewer sees it, with any of their identities, or nobody; asked of the database once a request, by the
 * head and by the page.
 */
export const readEventPage = cache((slug: string, viewer: Viewer | null) =>
  findEventPage(connection().db, slug, viewer?.identities.map(actorOf)),
);

/**
 * The signed-in reader of an event's page: where each of their identities stands, who waits if one of them decides,
 * and which to propose: the acting one where it hosts, else the one that was used here
 * last, or that was asked to come.
 */
export async function readEventReader({ session, identity, identities }: Viewer, event: Event) {
  const { db } = connection();
  const actorIds = identities.map(({ id }) => id);
  const decides = identities.some((own) => canDecideParticipation(actorOf(own), event));
  const [participations, questions, messages, invited, counts, waitingComments] = await Promise.all([
    listOwnParticipations(db, event.id, actorIds),
    listQuestions(db, event.id),
    listAnnouncementsTo(db, event.id, { actorIds }),
    listInvitedOf({ db }, event.id, identities.map(actorOf)),
    decides ? countByStatus(db, event.id) : null,
    decides ? countWaitingComments(db, event.id) : 0,
  ]);
  const used = canDecideParticipation(actorOf(identity), event)
    ? identity.id
    : (lastUsed(event, { actorIds, participations }) ?? actorIds.find((id) => invited.has(id)));
  return {
    acting: identity,
    proposed: identities.find(({ id }) => id === used) ?? identity,
    identities,
    zone: session.zone,
    participations,
    questions,
    invited: [...invited],
    messages,
    waiting: counts?.pending ?? 0,
    waitingComments,
  };
}

function actorOf({ id }: Viewer["identity"]) {
  return { kind: "identity" as const, actorId: id };
}
