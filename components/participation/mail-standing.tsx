import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import type { Participation } from "@/db/schema/participations";
import { formatWhen } from "@/lib/core/dates/when";
import { answerCalendarPath } from "@/lib/core/participation-paths";
import type { EventPage } from "@/lib/participation/event-page";
import type { MailActions } from "./mail-answer";
import { MailReply } from "./mail-reply";
import { MailWords } from "./mail-words";
import { isOpenOffer, offerOf } from "./offer";

type MailStandingProps = Omit<ComponentProps<typeof MailReply>, "event" | "organizer" | "offer" | "reply"> & {
  page: EventPage;
  now: Date;
  participation: Participation;
  actions: MailActions;
};

/** Where they stand, and the one thing that matters now. */
export function MailStanding({ page, now, participation, actions, ...given }: MailStandingProps) {
  const t = useTranslations("joining.title");
  const own = useTranslations("byMail.page");
  const { event, organizer } = page;
  const { status } = participation;
  const offer = offerOf(event, page, now);
  const isClosed = offer.kind === "closed";
  const mayReply = !isClosed && status !== "rejected" && (isOpenOffer(offer) || isPresent(status));
  return (
    <section className="panel" aria-labelledby="standing">
      <h2 id="standing" className="text-step-1">
        {status === "left" || status === "unconfirmed" ? own("left") : t(status)}
      </h2>
      <Words participation={participation} own={given.own} zone={participation.zone ?? event.zone} />
      {!isClosed && status === "offered" && <Accept token={given.token} accept={actions.accept} />}
      {mayReply && (
        <MailReply event={event} organizer={organizer.name} offer={offer} reply={actions.reply} {...given} />
      )}
      {isPresent(status) && status !== "pending" && !isClosed && (
        <ButtonLink href={answerCalendarPath(given.token)}>
          <Icon name="calendarPlus" size={20} />
          {own("calendar")}
        </ButtonLink>
      )}
      {!isClosed && status !== "left" && status !== "rejected" && (
        <Leave title={event.title} token={given.token} leave={actions.leave} />
      )}
    </section>
  );
}

/** They have a place or a turn, which they may keep while they change what they said. */
function isPresent(status: Participation["status"]): boolean {
  return ["approved", "offered", "waitlisted", "pending"].includes(status);
}

type WordsProps = Pick<MailStandingProps, "participation" | "own"> & { zone: string };

function Words({ participation, own, zone }: WordsProps) {
  const t = useTranslations("joining");
  const page = useTranslations("byMail.page");
  const locale = useLocale();
  const { status, offerEndsAt, reason } = participation;
  return (
    <>
      {status === "left" && <p className="soft">{page("leftText")}</p>}
      {status === "pending" && <p>{t("pendingText")}</p>}
      {status === "waitlisted" && own.position && <p>{t("position", { position: own.position })}</p>}
      {offerEndsAt && (
        <p>{t("offeredText", { time: formatWhen({ startsAt: offerEndsAt, endsAt: null, zone, locale }) })}</p>
      )}
      {status === "rejected" && <p>{t("rejectedText")}</p>}
      {reason && (
        <p>
          {t("rejectedReason")} <q dir="auto">{reason}</q>
        </p>
      )}
      <MailWords said={isPresent(status) ? participation : { ...participation, adults: 0, children: 0 }} />
    </>
  );
}

function Accept({ token, accept }: { token: string; accept: MailActions["accept"] }) {
  const t = useTranslations("joining");
  return (
    <ActionForm action={accept} id="accept">
      <input type="hidden" name="token" value={token} />
      <SubmitButton wide>{t("accept")}</SubmitButton>
    </ActionForm>
  );
}

function Leave({ title, token, leave }: { title: string; token: string; leave: MailActions["leave"] }) {
  const t = useTranslations("byMail.leave");
  return (
    <Dialog opener={t("open")} variant="quiet" small title={t("title", { title })}>
      <p>{t("text")}</p>
      <ActionForm action={leave} id="leave" className="mt-4">
        <input type="hidden" name="token" value={token} />
        <div className="row">
          <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
