import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Chip, type ChipTone } from "@/components/ui/chip";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";
import { LeaveDialog } from "./leave-dialog";
import type { Standing } from "./reader";

const tones: Record<Standing["status"], ChipTone> = {
  approved: "going",
  pending: "waiting",
  rejected: "plain",
};

type OwnStandingsProps = {
  standings: Standing[];
  event: { id: string; title: string };
  /** Absent when it is too late to leave. */
  leave?: FormAction;
};

/** Where each of the reader's own identities stands with the event. For nobody else's eyes. */
export function OwnStandings({ standings, event, leave }: OwnStandingsProps) {
  const t = useTranslations("joining");
  return (
    <ul className="standings">
      {standings.map(({ identity, status }) => (
        <li key={identity.id}>
          <Avatar name={identity.name} picture={pictureSources(identity.avatar)} size="small" />
          <p>
            <strong>{identity.name}</strong>
            <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip>
          </p>
          {status === "rejected" && <p className="soft small standing-more">{t("rejectedText")}</p>}
          {status === "pending" && <p className="soft small standing-more">{t("pendingText")}</p>}
          {leave && status !== "rejected" && (
            <LeaveDialog event={event} identity={identity} isWaiting={status === "pending"} leave={leave} />
          )}
        </li>
      ))}
    </ul>
  );
}
