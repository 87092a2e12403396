import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";
import { ActingAs } from "@/components/identities/acting-as";
import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";
import { AnswerButtons } from "./answer-buttons";
import { JoinForm } from "./forms";
import type { Offer, OpenOffer } from "./offer";
import { ReplyFields } from "./reply-fields";

type JoinProps = {
  event: Pick<Event, "id" | "domain" | "guestsAllowed" | "guestList">;
  organizer: string;
  questions: EventQuestion[];
  offer: OpenOffer;
  /** As whom one can take part, the one to propose first. At least one. */
  candidates: Face[];
  reply: FormAction;
};

/** Somebody's first answer. */
export function Join({ event, organizer, questions, offer, candidates, reply }: JoinProps) {
  const going = useGoingText(offer);
  const isNoteOpen = offer.kind !== "line" && offer.needsApproval;
  return (
    <JoinForm action={reply}>
      <input type="hidden" name="eventId" value={event.id} />
      <ReplyFields {...{ event, organizer, questions, isNoteOpen }} />
      <JoinAs candidates={candidates} />
      <AnswerButtons going={going} others={othersIn(offer)} />
    </JoinForm>
  );
}

/** Beside coming: other servers do not all read a "maybe". */
export function othersIn(offer: Offer): ("maybe" | "declined")[] {
  return offer.kind === "elsewhere" && !offer.readsMaybe ? ["declined"] : ["maybe", "declined"];
}

/** What the button says by which one comes, asks, or waits. */
export function useGoingText(offer: Offer): string {
  const t = useTranslations("joining");
  if (offer.kind === "line") return t("joinLine");
  if (offer.kind === "elsewhere" && offer.isFull) return t("ask");
  return (offer.kind === "open" || offer.kind === "elsewhere") && offer.needsApproval
    ? t("ask")
    : t("takePart");
}

/** Who acts is said right above the button: a choice where there is one. */
function JoinAs({ candidates }: Pick<JoinProps, "candidates">) {
  const t = useTranslations("joining");
  const [first, ...others] = candidates;
  if (!first) return null;
  if (others.length > 0) {
    const options = candidates.map(({ handle, name }) => ({ value: handle, label: `${name} (@${handle})` }));
    return <SelectField name="as" label={t("as")} options={options} defaultValue={first.handle} />;
  }
  return <ActingAs identity={first} picture={pictureSources(first.avatar)} />;
}
