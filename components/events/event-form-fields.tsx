import "./event-form.css";
import type { ReactNode } from "react";
import { HiddenField } from "@/components/forms/fields";
import { EventFormBasics } from "./event-form-basics";
import { EventFormAccess, EventFormAsking } from "./event-form-extras";
import { EventFormJoining } from "./event-form-joining";
import { type Asking, EventFormLine } from "./event-form-line";
import { EventFormLooks, type FormChoices } from "./event-form-looks";
import { EventFormPanel, type Organizer } from "./event-form-panel";
import type { EventFormValues } from "./event-form-values";

type EventFormFieldsProps = {
  eventId: string;
  /** Of the event as it is shown, with marks of what it says: so that nothing newer is overwritten unseen. */
  version?: number;
  marks?: string;
  values: EventFormValues;
  choices: FormChoices;
  organizers: Organizer[];
  isNew?: boolean;
  isPublished?: boolean;
  /** When the draft publishes itself, as the field wants it. */
  publishAt?: string;
  /** The picture that is there. */
  picture?: ReactNode;
  /** How many places are held, for an event that was announced. */
  taken?: number;
  /** What those who take part are asked already. */
  asking?: Asking;
};

/** The whole form of an event: what is needed first, the rest folded up below, what to do beside it. */
export function EventFormFields(props: EventFormFieldsProps) {
  const { eventId, values, choices, organizers, isNew, isPublished, picture, taken } = props;
  return (
    <div className="event pt-0">
      {/* Enter in a field presses the first button of a form: it must not announce anything. */}
      <button
        type="submit"
        name="intent"
        value={isPublished ? "save" : "draft"}
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
        formNoValidate={!isPublished}
      />
      <input type="hidden" name="eventId" value={eventId} />
      <HiddenField name="version" defaultValue={String(props.version ?? 0)} />
      <HiddenField name="opened" defaultValue={props.marks ?? ""} />
      <div className="grid gap-5">
        <EventFormBasics values={values} isPublished={isPublished} maxMegabytes={choices.pictureMegabytes} />
        <EventFormLooks values={values} choices={choices} picture={picture} />
        <EventFormJoining values={values} taken={taken} />
        <EventFormLine values={values} asking={props.asking ?? { asked: 0 }} />
        <EventFormAsking values={values} isPublished={isPublished} />
        <EventFormAccess values={values} />
      </div>
      <EventFormPanel
        organizers={organizers}
        isNew={isNew}
        isPublished={isPublished}
        publishAt={props.publishAt}
      />
    </div>
  );
}
