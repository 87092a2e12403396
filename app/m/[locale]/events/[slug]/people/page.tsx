import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { PeopleView } from "@/components/participation/people-view";
import { asLocale } from "@/lib/core/locale";
import { readEventPage } from "@/lib/web/event-reading";
import { readPeople } from "@/lib/web/people-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/events/[slug]/people">;

/** Names of people are for who comes by, not for search engines. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: asked, slug } = await params;
  const locale = asLocale(asked);
  const t = await getTranslations({ locale, namespace: "people" });
  const page = await readEventPage(slug, await currentViewer());
  return { title: page ? t("titleOf", { title: page.event.title }) : undefined, robots: { index: false } };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const [{ locale, slug }, viewer, search] = await Promise.all([params, currentViewer(), searchParams]);
  setRequestLocale(asLocale(locale));
  const page = await readEventPage(slug, viewer);
  const people = page && (await readPeople(page.event, viewer, search.page));
  if (!people) {
    await answerMissing();
    return <NotFoundPage />;
  }
  return <PeopleView event={page.event} {...people} />;
}
