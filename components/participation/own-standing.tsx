import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Avatar } from "@/components/ui/avatar";
import { Chip, type ChipTone } from "@/components/ui/chip";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";
import { ChangeReply, type ChangeReplyProps } from "./change-reply";
import { LeaveDialog } from "./leave-dialog";
import { isOpenOffer } from "./offer";
import type { Standing } from "./reader";
import { StandingText } from "./standing-text";

const tones: Record<Standing["status"], ChipTone> = {
  approved: "going",
  offered: "going",
  waitlisted: "waiting",
  pending: "waiting",
  maybe: "plain",
  declined: "plain",
  rejected: "plain",
  unheard: "plain",
};

/** What one gives up by leaving; whoever does not come, or was refused or not heard, has nothing to leave. */
const leaving = {
  approved: "leave",
  offered: "letGo",
  waitlisted: "leaveLine",
  pending: "takeBack",
  maybe: null,
  declined: null,
  rejected: null,
  unheard: null,
} as const;

export type OwnActions = ChangeReplyProps["actions"] & { leave: FormAction; accept: FormAction };

export type OwnStandingProps = Omit<ChangeReplyProps, "event" | "actions"> & {
  event: ChangeReplyProps["event"] & { title: string };
  /** The reader's own: in it an offer ends. */
  zone: string;
  /** Absent when it is too late to change anything. */
  actions?: OwnActions;
};

/** Where one of the reader's own identities stands, and what it can do about it. */
export function OwnStanding({ actions, zone, ...props }: OwnStandingProps) {
  const t = useTranslations("joining");
  const { event, offer, standing } = props;
  const { identity, status } = standing;
  const kind = leaving[status];
  // What was said to another server cannot be said otherwise later, but it can be taken back.
  const mayChange = kind ? status !== "offered" && !event.domain : status !== "rejected";
  const canChange = mayChange && (kind !== null || isOpenOffer(offer));
  return (
    <li>
      <Avatar name={identity.name} picture={pictureSources(identity.avatar)} size="small" />
      <p>
        <strong>{identity.name}</strong>
        <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip>
      </p>
      <StandingText standing={standing} zone={zone} host={event.domain} />
      {actions && status === "offered" && (
        <Accept eventId={event.id} as={identity.handle} accept={actions.accept} />
      )}
      {actions && canChange && <ChangeReply {...props} actions={actions} />}
      {actions && kind && <LeaveDialog event={event} identity={identity} kind={kind} leave={actions.leave} />}
    </li>
  );
}

function Accept({ eventId, as, accept }: { eventId: string; as: string; accept: FormAction }) {
  const t = useTranslations("joining");
  return (
    <ActionForm id={`accept-${as}`} action={accept} className="standing-all">
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="as" value={as} />
      <SubmitButton wide>{t("accept")}</SubmitButton>
    </ActionForm>
  );
}
