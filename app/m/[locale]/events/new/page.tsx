import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { EventFormFields } from "@/components/events/event-form-fields";
import { emptyValues } from "@/components/events/event-form-values";
import { FormTexts } from "@/components/forms/form-texts";
import { connection } from "@/lib/core/database";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { readFormChoices } from "@/lib/events/form-choices";
import { pictureSources } from "@/lib/media/sources";
import { currentViewer, type Viewer } from "@/lib/web/viewer";
import { announceEventAction } from "./actions";

export async function generateMetadata({ params }: PageProps<"/m/[locale]/events/new">): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "eventForm" }))("announceTitle") };
}

export default async function NewEventPage({ params }: PageProps<"/m/[locale]/events/new">) {
  setRequestLocale(asLocale((await params).locale));
  const viewer = await currentViewer();
  if (!viewer) redirect(signInPath(paths.newEvent));
  const t = await getTranslations("eventForm");
  return (
    <section className="section">
      <h1 className="text-step-2">{t("announceTitle")}</h1>
      <p className="soft mb-5">{t("announceLead")}</p>
      <FormTexts>
        <EventForm action={announceEventAction}>
          <EventFormFields
            isNew
            eventId={randomUUID()}
            values={emptyValues(viewer.session.zone)}
            choices={await readFormChoices(connection().db)}
            organizers={actingFirst(viewer)}
          />
        </EventForm>
      </FormTexts>
    </section>
  );
}

function actingFirst({ identity, identities }: Viewer) {
  const others = identities.filter(({ id }) => id !== identity.id);
  return [identity, ...others].map((face) => ({ ...face, picture: pictureSources(face.avatar) }));
}
