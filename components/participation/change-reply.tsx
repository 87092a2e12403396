import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActingAs } from "@/components/identities/acting-as";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";
import { AnswerButtons } from "./answer-buttons";
import { JoinForm } from "./forms";
import { othersIn, useGoingText } from "./join";
import { isOpenOffer, type Offer } from "./offer";
import type { Standing } from "./reader";
import { ReplyFields } from "./reply-fields";

type Fields = ComponentProps<typeof ReplyFields>;

export type ChangeReplyProps = Pick<Fields, "organizer" | "questions"> & {
  event: Fields["event"] & { id: string };
  offer: Offer;
  standing: Standing;
  /** `reply`: who does not come yet answers anew; `change`: the others keep their place or their turn. */
  actions: { reply: FormAction; change: FormAction };
};

/** One's own answer once more, to say something else with it, or to answer otherwise. */
export function ChangeReply({ event, organizer, questions, offer, standing, actions }: ChangeReplyProps) {
  const t = useTranslations("joining");
  const going = useGoingText(offer);
  const { identity, status, own } = standing;
  const isUndecided = status === "maybe" || status === "declined" || status === "unheard";
  const others = othersIn(offer).filter((answer) => answer !== status);
  return (
    <details className="more" open={status === "maybe"}>
      <summary>{t(status === "unheard" ? "elsewhere.askAgain" : "change")}</summary>
      <JoinForm id={`change-${identity.handle}`} action={isUndecided ? actions.reply : actions.change}>
        <input type="hidden" name="eventId" value={event.id} />
        <ReplyFields {...{ event, organizer, questions, own }} isNoteOpen={own.message !== ""} />
        <ActingAs identity={identity} picture={pictureSources(identity.avatar)} />
        <AnswerButtons
          going={isUndecided ? going : t("save")}
          others={isOpenOffer(offer) || offer.kind === "full" ? others : []}
        />
      </JoinForm>
    </details>
  );
}
