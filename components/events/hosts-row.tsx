import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { addressOf, facePath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";

type HostRowProps = {
  face: Face;
  isOpen: boolean;
  /** Whoever has not accepted is shown by the handle alone, unless the reader may open the page. */
  isNameKept?: boolean;
  chip?: ReactNode;
  /** What the reader may do about it. */
  children?: ReactNode;
};

export function HostRow({ face, isOpen, isNameKept = false, chip, children }: HostRowProps) {
  const handle = `@${addressOf(face)}`;
  const isKept = isNameKept && !isOpen;
  const name = isKept ? handle : face.name;
  return (
    <li>
      <Avatar name={name} picture={isKept ? null : pictureSources(face.avatar)} />
      <p className="min-w-0">
        {isOpen ? (
          <a href={facePath(face)}>
            <strong>{name}</strong>
          </a>
        ) : (
          <strong>{name}</strong>
        )}{" "}
        {!isKept && <span className="soft small">{handle}</span>} {chip}
      </p>
      <div className="row">{children}</div>
    </li>
  );
}
