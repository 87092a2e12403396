import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CurrentPicture } from "@/components/events/editor";
import { EventForm } from "@/components/events/event-form";
import { EventFormFields } from "@/components/events/event-form-fields";
import { emptyValues, valuesOf } from "@/components/events/event-form-values";
import { KeptNew } from "@/components/events/kept-new";
import { NoEventMaker } from "@/components/events/no-event-maker";
import { FormTexts } from "@/components/forms/form-texts";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { copyEventPath, paths, signInPath } from "@/lib/core/paths";
import { findNewTyped } from "@/lib/events/autosave";
import { withTyped } from "@/lib/events/differences";
import { readFormChoices } from "@/lib/events/form-choices";
import { type EventDetails, findEventOf } from "@/lib/events/queries";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import { listQuestions } from "@/lib/participation/questions/queries";
import { editorOf } from "@/lib/web/event-editing";
import { isEventMaker } from "@/lib/web/event-makers";
import { readDefaults } from "@/lib/web/instance-reading";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { announceEventAction, forgetNewTypedAction } from "./actions";

type Props = PageProps<"/m/[locale]/events/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "eventForm" }))("announceTitle") };
}

/** Empty, or with what another event says (`?copy=`), or with what somebody typed and never saved (`?kept=`). */
export default async function NewEventPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  const { copy, kept: keptId } = await searchParams;
  if (!viewer) redirect(signInPath(typeof copy === "string" ? copyEventPath(copy) : paths.newEvent));
  const { eventMakers, eventMakersDays } = await readDefaults();
  if (eventMakers !== "everybody" && !(await isEventMaker(viewer)))
    return <NoEventMaker eventMakers={eventMakers} eventMakersDays={eventMakersDays} />;
  const { db } = connection();
  const identities = actingFirst(viewer);
  const copied = typeof copy === "string" ? await findEventOf(db, copy, identities) : null;
  const kept = await findNewTyped(
    db,
    identities.map(({ id }) => id),
  );
  const takenUp = kept?.eventId === keptId ? kept : null;
  const empty = emptyValues(viewer.session.zone);
  const t = await getTranslations("eventForm");
  return (
    <section className="section">
      <h1 className="text-step-2">{t("announceTitle")}</h1>
      <p className="soft mb-5">{copied ? t("copyLead") : t("announceLead")}</p>
      <FormTexts>
        {kept && !takenUp && !copied && (
          <KeptNew
            kept={{ ...kept, editor: editorOf(viewer, kept), zone: viewer.session.zone }}
            forget={forgetNewTypedAction}
          />
        )}
        <EventForm key={takenUp?.eventId} action={announceEventAction}>
          {copied && <input type="hidden" name="copyOf" value={copied.event.id} />}
          <EventFormFields
            isNew
            eventId={takenUp?.eventId ?? randomUUID()}
            values={
              copied ? copyOf(copied) : takenUp ? withTyped(empty, takenUp.values, Object.keys(empty)) : empty
            }
            choices={await readFormChoices(db)}
            asking={{ asked: copied ? (await listQuestions(db, copied.event.id)).length : 0 }}
            organizers={organizersOf(copied ? [copied.acting] : identities)}
            picture={
              copied?.picture ? <CurrentPicture event={copied.event} stored={copied.picture} /> : undefined
            }
          />
        </EventForm>
      </FormTexts>
    </section>
  );
}

/** When it is to be, nobody knows yet. */
function copyOf(details: EventDetails) {
  return { ...valuesOf(details), startsAt: "", endsAt: "", status: "confirmed" };
}

function organizersOf(faces: Face[]) {
  return faces.map((face) => ({ ...face, picture: pictureSources(face.avatar) }));
}
