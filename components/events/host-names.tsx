import { useFormatter, useTranslations } from "next-intl";
import { FaceAddress } from "@/components/identities/face-address";
import { facePath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";

type HostNamesProps = {
  organizer: Face;
  hosts: Face[];
  /** Ids of the identities whose pages the reader may open: the others are no links. */
  openable: Set<string>;
};

/** "by Ada and La Grimpe": everybody who announces the event, the organiser first. */
export function HostNames({ organizer, hosts, openable }: HostNamesProps) {
  const t = useTranslations("event");
  const format = useFormatter();
  const names = [organizer, ...hosts].map((face) =>
    openable.has(face.id) ? (
      <span key={face.id}>
        <a className="p-organizer h-card" href={facePath(face)}>
          {face.name}
        </a>{" "}
        <FaceAddress face={face} />
      </span>
    ) : (
      <span key={face.id} className="p-organizer h-card">
        {face.name}
      </span>
    ),
  );
  return <span className="soft small">{t.rich("by", { names: () => format.list(names) })}</span>;
}
