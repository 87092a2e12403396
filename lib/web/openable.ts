import type { Actor } from "@/lib/core/context";
import { connection } from "@/lib/core/database";
import { listFellows } from "@/lib/events/fellows";
import { canSeeProfile } from "@/lib/identities/policy";
import type { Face } from "@/lib/identities/queries";
import type { Viewer } from "./viewer";

type Seen = Pick<Face, "id" | "visibility">;

/** The ids of those whose page the viewer may open; the names of the others are no links. One's own are always open. */
export async function findOpenable(viewer: Viewer | null, faces: Seen[]): Promise<Set<string>> {
  const closed = faces.filter(({ visibility }) => visibility !== "public").map(({ id }) => id);
  const fellows = viewer ? await listFellows(connection().db, viewer.identity.id, closed) : new Set<string>();
  const actor: Actor = viewer ? { kind: "identity", actorId: viewer.identity.id } : { kind: "anonymous" };
  const isOwn = (face: Seen) => viewer?.identities.some(({ id }) => id === face.id) ?? false;
  return new Set(
    faces
      .filter((face) => isOwn(face) || canSeeProfile(actor, face, { isFellow: fellows.has(face.id) }))
      .map(({ id }) => id),
  );
}
