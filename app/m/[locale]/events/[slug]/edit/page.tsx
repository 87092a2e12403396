import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { Editor } from "@/components/events/editor";
import { Chip } from "@/components/ui/chip";
import { FocusedNotice } from "@/components/ui/focused-notice";
import { Toast } from "@/components/ui/toast";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { editEventPath, eventPath, signInPath } from "@/lib/core/paths";
import { readFormChoices } from "@/lib/events/form-choices";
import { findEventOf } from "@/lib/events/queries";
import { countHeld } from "@/lib/participation/places";
import { countByStatus } from "@/lib/participation/queries";
import { listQuestions } from "@/lib/participation/questions/queries";
import { editorOf, readEditing } from "@/lib/web/event-editing";
import { noticeOf } from "@/lib/web/notice";
import { actingFirst, currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import {
  cancelEventAction,
  deleteEventAction,
  forgetTypedAction,
  saveEventAction,
  unscheduleAction,
} from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const t = await getTranslations({ locale: asLocale(locale), namespace: "eventForm" });
  const viewer = await currentViewer();
  const found = viewer && (await findEventOf(connection().db, slug, actingFirst(viewer)));
  if (!found) return {};
  return { title: found.event.title ? t("editTitle", { title: found.event.title }) : t("editUntitled") };
}

/** Also for who acts as another of their identities now: the form names the one that hosts. */
export default async function EditEventPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(editEventPath(slug)));
  const editing = await readEditing(slug, viewer);
  if (!editing) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { details, kept } = editing;
  const { event } = details;
  const t = await getTranslations("eventForm");
  const counts = await countByStatus(connection().db, event.id);
  const notice = await noticeOf(searchParams);
  return (
    <section className="section">
      {notice && (
        <FocusedNotice signal={String(event.updatedAt.getTime())}>
          <Toast message={notice} />
        </FocusedNotice>
      )}
      <p className="soft mb-2">
        <a href={eventPath(slug)}>{t("toEvent")}</a>
      </p>
      <div className="row mb-5">
        <h1 className="text-step-2">
          {event.title ? t("editTitle", { title: event.title }) : t("editUntitled")}
        </h1>
        {!event.publishedAt && <Chip>{t("draftChip")}</Chip>}
      </div>
      <Editor
        details={details}
        choices={await readFormChoices(connection().db)}
        kept={kept && { ...kept, editor: editorOf(viewer, kept), zone: viewer.session.zone }}
        mine={[(await searchParams).mine ?? []].flat()}
        going={counts.approved ?? 0}
        waiting={counts.pending ?? 0}
        taken={(await countHeld(connection().db, event.id)).held}
        asked={(await listQuestions(connection().db, event.id)).length}
        save={saveEventAction}
        forget={forgetTypedAction}
        unschedule={unscheduleAction}
        cancel={cancelEventAction}
        remove={deleteEventAction}
      />
    </section>
  );
}
