import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { feedTypes } from "@/components/events/feed-types";
import { SearchPageView } from "@/components/events/search-page-view";
import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { searchFeeds } from "@/lib/events/search/address";
import { readSearch } from "@/lib/events/search/input";
import { listStandings } from "@/lib/participation/standings";
import { readOwnCategories } from "@/lib/web/instance-reading";
import { cardsIn, readPasted, readSearchPage } from "@/lib/web/search-reading";
import { currentViewer } from "@/lib/web/viewer";

type Props = PageProps<"/m/[locale]/search">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "search" });
  const { query } = readSearch(await searchParams, await readOwnCategories());
  return {
    title: query.words ? t("titleOf", { words: query.words }) : t("title"),
    robots: { index: false },
    alternates: { types: feedTypes(searchFeeds(query), env().ORIGIN) },
  };
}

export default async function SearchPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const [ownCategories, viewer] = [await readOwnCategories(), await currentViewer()];
  const { query, ignored } = readSearch(await searchParams, ownCategories);
  const pasted = await readPasted(query.words, viewer);
  if (pasted && "path" in pasted) redirect(pasted.path);

  const reading = await readSearchPage(query, viewer);
  const ids = cardsIn(reading.results).map(({ event }) => event.id);
  const standings = viewer ? await listStandings(connection().db, viewer.identity.id, ids) : undefined;
  return (
    <SearchPageView
      {...reading}
      query={query}
      ignored={ignored}
      ownCategories={ownCategories}
      unknownAddress={pasted}
      standings={standings}
    />
  );
}
