import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormTexts } from "@/components/forms/form-texts";
import { PictureFailed } from "@/components/forms/picture-failed";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Event } from "@/db/schema/events";
import type { Media } from "@/db/schema/media";
import { localOf } from "@/lib/core/dates/local-time";
import { eventPath } from "@/lib/core/paths";
import { marksOf, withTyped } from "@/lib/events/differences";
import type { EventDetails } from "@/lib/events/queries";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";
import { AnnounceLink } from "./announce-link";
import { Cover } from "./cover";
import { focusClass } from "./cover-picture";
import { EditorEnd } from "./editor-end";
import { EventForm } from "./event-form";
import { EventFormFields } from "./event-form-fields";
import type { Asking } from "./event-form-line";
import type { FormChoices } from "./event-form-looks";
import { valuesOf } from "./event-form-values";
import { FocusPicture } from "./focus-picture";
import { type Kept, KeptNotice } from "./kept-notice";
import { Scheduled } from "./scheduled";

type EditorProps = {
  details: EventDetails & { acting: Face };
  choices: FormChoices;
  /** How many are in, and how many wait: both hear of a cancellation. */
  going: number;
  waiting: number;
  /** Places that are held, with guests. */
  taken: number;
  asked: Asking["asked"];
  /** What its reader typed and did not save. */
  kept: Kept | null;
  /** The fields in which what was kept stands instead of what is saved. */
  mine: string[];
  save: FormAction;
  forget: FormAction;
  unschedule: FormAction;
  cancel: FormAction;
  remove: FormAction;
};

/** The form of an event that exists, and the way to end it. */
export function Editor({
  details,
  choices,
  going,
  waiting,
  taken,
  asked,
  kept,
  mine,
  ...actions
}: EditorProps) {
  const { event, acting, picture } = details;
  const isPublished = event.publishedAt !== null;
  const saved = valuesOf(details);
  const face = pictureSources(acting.avatar);
  const end = (
    <EditorEnd
      event={event}
      acting={{ identity: acting, picture: face }}
      people={going + waiting}
      cancel={actions.cancel}
      remove={actions.remove}
    />
  );
  if (event.status === "cancelled") return <Cancelled slug={event.slug}>{end}</Cancelled>;
  return (
    <FormTexts>
      {kept && <KeptNotice event={event} saved={saved} kept={kept} mine={mine} forget={actions.forget} />}
      <Scheduled event={event} editor={acting.handle} unschedule={actions.unschedule} />
      {/* A saved form starts anew, so that a picture is not sent a second time. */}
      <EventForm key={`${event.updatedAt.getTime()} ${mine}`} action={actions.save}>
        <EventFormFields
          eventId={event.id}
          version={event.version}
          marks={marksOf(saved)}
          values={kept ? withTyped(saved, kept.values, mine) : saved}
          choices={choices}
          organizers={[{ ...acting, picture: face }]}
          isPublished={isPublished}
          publishAt={event.publishAt ? localOf(event.publishAt, event.zone) : undefined}
          picture={picture ? <CurrentPicture event={event} stored={picture} /> : undefined}
          taken={isPublished ? taken : undefined}
          asking={{ asked, slug: isPublished ? event.slug : undefined }}
        />
      </EventForm>
      {end}
    </FormTexts>
  );
}

/** The picture that an event has. */
export function CurrentPicture({ event, stored }: { event: Event; stored: Media }) {
  const t = useTranslations("eventForm");
  const picture = pictureSources(stored);
  if (stored.status === "failed") return <PictureFailed />;
  if (!picture) return <Alert>{t("pictureBeing")}</Alert>;
  return (
    <figure className="max-w-md">
      <FocusPicture>
        <Cover
          seed={event.slug}
          picture={{ ...picture, description: picture.alt, focus: focusClass(event) }}
          sizes="28rem"
        />
      </FocusPicture>
      <figcaption className="hint mt-1">{t("picturePreviewNote")}</figcaption>
    </figure>
  );
}

function Cancelled({ slug, children }: { slug: string; children: ReactNode }) {
  const t = useTranslations("eventForm");
  return (
    <FormTexts>
      <EmptyState
        title={t("cancelledTitle")}
        icon="calendar"
        action={
          <div className="row justify-center">
            <ButtonLink href={eventPath(slug)}>{t("toEvent")}</ButtonLink>
            <AnnounceLink label={t("announceAnother")} />
          </div>
        }
      >
        {t("cancelledText")}
      </EmptyState>
      {children}
    </FormTexts>
  );
}
