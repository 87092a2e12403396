import { useTranslations } from "next-intl";
import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { OwnReply } from "@/lib/participation/own-reply";
import type { FormAction } from "@/lib/web/form-state";
import { AnswerButtons } from "./answer-buttons";
import { useGoingText } from "./join";
import { LinkReplyForm } from "./mail-forms";
import { namedToNobody } from "./mail-register";
import { isOpenOffer, type Offer } from "./offer";
import { ReplyFields } from "./reply-fields";

type MailReplyProps = {
  event: Pick<Event, "id" | "guestsAllowed">;
  organizer: string;
  questions: EventQuestion[];
  own: OwnReply;
  offer: Offer;
  token: string;
  reply: FormAction;
};

/** Their answer once more, to say something else with it, or to answer otherwise. */
export function MailReply({ event, organizer, questions, own, offer, token, reply }: MailReplyProps) {
  const t = useTranslations("joining");
  const page = useTranslations("byMail.page");
  const going = useGoingText(isOpenOffer(offer) ? offer : stillIn);
  const isAway = own.status === "left" || own.status === "maybe" || own.status === "declined";
  // Whoever came from another server was let in before anybody could ask them.
  const isAsked = questions.some(({ id, isRequired }) => isRequired && !own.answers[id]);
  const others = (["maybe", "declined"] as const).filter((answer) => answer !== own.status);
  return (
    <details className="more" open={isAway || isAsked}>
      <summary>{own.status === "left" ? page("answerAgain") : t("change")}</summary>
      <LinkReplyForm action={reply} id="reply">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="eventId" value={event.id} />
        <ReplyFields
          event={namedToNobody(event)}
          organizer={organizer}
          questions={questions}
          own={own}
          isNoteOpen={own.message !== ""}
        />
        <AnswerButtons going={isAway ? going : t("save")} others={others} />
      </LinkReplyForm>
    </details>
  );
}

/** All is full: only whoever has a place or a turn already sees the form, and its button says "save". */
const stillIn = { kind: "open", needsApproval: false, isFull: true } as const;
