import type { Event } from "@/db/schema/events";
import { connection } from "@/lib/core/database";
import { canManageEvent } from "@/lib/events/policy";
import type { Face } from "@/lib/identities/queries";
import type { OwnReply } from "@/lib/participation/own-reply";
import { listOwnParticipations } from "@/lib/participation/own-reply";
import { canSeeParticipants } from "@/lib/participation/policy";
import { countComing, listFacesOf, listNamesOf, NAMES_PER_PAGE } from "@/lib/participation/who-comes";
import { findOpenable } from "./openable";
import { pageFrom } from "./page-number";
import { readUnwelcome } from "./unwelcome";
import type { Viewer } from "./viewer";

type Reader = { identities: Face[]; participations: Pick<OwnReply, "status">[] } | null;

/**
 * Faces for an event's own page, and which of their pages the viewer may open; null where the names are not for this
 * reader, or for the hosts alone: they have a page for it. Who comes to an event of another server is told there.
 */
export async function readFaces(event: Event, viewer: Viewer | null, reader: Reader) {
  if (event.domain) return null;
  const isShared = event.guestList === "everybody" || event.guestList === "participants";
  if (!event.publishedAt || !isShared || !canSeeParticipants(event, factsOf(event, reader))) return null;
  const faces = await listFacesOf(connection().db, event.id, await readUnwelcome(viewer));
  return { faces, openable: await findOpenable(viewer, faces) };
}

/** A page of all names; null where they are not for this viewer. */
export async function readPeople(event: Event, viewer: Viewer | null, asked: string | string[] | undefined) {
  const { db } = connection();
  const identities = viewer?.identities ?? [];
  const ids = identities.map(({ id }) => id);
  const participations = viewer ? await listOwnParticipations(db, event.id, ids) : [];
  const reader = viewer && { identities, participations };
  if (event.domain || !event.publishedAt || !canSeeParticipants(event, factsOf(event, reader))) return null;
  const coming = await countComing(db, event.id);
  const { page, pageCount } = pageFrom(asked, { total: coming.named, size: NAMES_PER_PAGE });
  const faces = await listNamesOf(db, event.id, { page, reader: await readUnwelcome(viewer) });
  const hiding = participations.filter(({ status, isHidden }) => status === "approved" && isHidden);
  return {
    ...{ coming, faces, page, pageCount },
    openable: await findOpenable(viewer, faces),
    /** The viewer's own identities that come and are not named. */
    hidden: identities.filter(({ id }) => hiding.some(({ actorId }) => actorId === id)),
  };
}

function factsOf(event: Event, reader: Reader) {
  if (!reader) return null;
  return {
    isOrganizer: reader.identities.some(({ id }) => canManageEvent({ kind: "identity", actorId: id }, event)),
    statuses: reader.participations.map(({ status }) => status),
  };
}
