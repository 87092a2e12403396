import { connection } from "@/lib/core/database";
import { findTyped, type KeptForm } from "@/lib/events/autosave";
import { type EventDetails, findEventOf } from "@/lib/events/queries";
import type { Face } from "@/lib/identities/queries";
import { actingFirst, type Viewer } from "./viewer";

type Editing = {
  details: EventDetails & { acting: Face };
  /** What the viewer typed and did not save. */
  kept: KeptForm | null;
};

/** An event for whoever manages it with one of their identities; null for everybody else. */
export async function readEditing(slug: string, viewer: Viewer): Promise<Editing | null> {
  const { db } = connection();
  const identities = actingFirst(viewer);
  const details = await findEventOf(db, slug, identities);
  if (!details) return null;
  const kept = await findTyped(
    db,
    details.event.id,
    identities.map(({ id }) => id),
  );
  return { details, kept };
}

/** The name that the identity signs its forms with. */
export function editorOf({ identities }: Viewer, { editorId }: KeptForm): string {
  return identities.find(({ id }) => id === editorId)?.handle ?? "";
}
