import { cache } from "react";
import { connection } from "@/lib/core/database";
import type { EventCard } from "@/lib/events/cards";
import { foldMuted } from "@/lib/events/fold-muted";
import { findUnwelcome, noneUnwelcome, type Unwelcome } from "@/lib/identities/blocks/unwelcome";
import type { Viewer } from "./viewer";

/** Whom and what the identity that acts does not want to come across; asked once a request, and never for visitors. */
export const readUnwelcome = cache(
  (viewer: Viewer | null): Promise<Unwelcome> =>
    viewer ? findUnwelcome(connection().db, viewer.identity.id, new Date()) : Promise.resolve(noneUnwelcome),
);

/** Cards as this reader wants to see them. */
export function foldFor(reader: Unwelcome, cards: EventCard[]): Promise<EventCard[]> {
  return foldMuted(connection().db, cards, reader);
}
