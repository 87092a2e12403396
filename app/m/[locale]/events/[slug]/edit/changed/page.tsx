import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { Conflict } from "@/components/events/conflict";
import { valuesOf } from "@/components/events/event-form-values";
import { ForgetTyped } from "@/components/events/forget-typed";
import { asLocale } from "@/lib/core/locale";
import { changedMeanwhilePath, editEventPath, signInPath } from "@/lib/core/paths";
import { differencesOf } from "@/lib/events/differences";
import { editorOf, readEditing } from "@/lib/web/event-editing";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";
import { giveWayAction } from "./actions";

type Props = PageProps<"/m/[locale]/events/[slug]/edit/changed">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "conflict" }))("title") };
}

/** Somebody typed over what was changed meanwhile: both are shown, and nothing is lost. */
export default async function ChangedMeanwhilePage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(asLocale(locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(changedMeanwhilePath(slug)));
  const editing = await readEditing(slug, viewer);
  if (!editing) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { details, kept } = editing;
  const differences = kept ? differencesOf(kept.values, valuesOf(details)) : [];
  if (!kept || differences.length === 0) redirect(editEventPath(slug));
  const t = await getTranslations("conflict");
  return (
    <section className="section">
      <h1 className="text-step-2">{t("title")}</h1>
      <p className="soft mb-5">{t("lead")}</p>
      <Conflict slug={slug} differences={differences} />
      <ForgetTyped eventId={details.event.id} editor={editorOf(viewer, kept)} action={giveWayAction} />
    </section>
  );
}
