import { FaceAddress } from "@/components/identities/face-address";
import { facePath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";

/** Somebody's name, which leads to their page where the reader may open it. */
export function FaceName({ face, openable }: { face: Face; openable: Set<string> }) {
  const name = <span dir="auto">{face.name}</span>;
  return (
    <span>
      {openable.has(face.id) ? <a href={facePath(face)}>{name}</a> : name} <FaceAddress face={face} />
    </span>
  );
}
