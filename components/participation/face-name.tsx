import { identityPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";

/** Somebody's name, which leads to their page where the reader may open it. */
export function FaceName({ face, openable }: { face: Face; openable: Set<string> }) {
  const name = <span dir="auto">{face.name}</span>;
  return openable.has(face.id) && !face.domain ? <a href={identityPath(face.handle)}>{name}</a> : name;
}
