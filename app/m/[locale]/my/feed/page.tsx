import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FeedPage } from "@/components/events/feed-page";
import { asLocale } from "@/lib/core/locale";
import { paths, signInPath } from "@/lib/core/paths";
import { feedSources } from "@/lib/events/input";
import { readFeed } from "@/lib/web/feed-reading";
import { currentViewer } from "@/lib/web/viewer";

type Props = PageProps<"/m/[locale]/my/feed">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = asLocale((await params).locale);
  return { title: (await getTranslations({ locale, namespace: "feed" }))("title") };
}

/** What those announce whom the identity that acts follows: each identity has its own. */
export default async function MyFeedPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const [viewer, search] = await Promise.all([currentViewer(), searchParams]);
  if (!viewer) redirect(signInPath(paths.feed));
  const source = feedSources.find((each) => each === search.from) ?? "all";
  const reading = await readFeed(viewer, { source, page: search.page });
  return <FeedPage name={viewer.identity.name} source={source} {...reading} />;
}
