import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { AskServer, GoToServer } from "@/components/events/share-on-mastodon";
import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { eventPath } from "@/lib/core/paths";
import { mastodonServerOf, shareOnMastodon } from "@/lib/feeds/share-urls";
import { readEventPage } from "@/lib/web/event-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/share/mastodon">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "shareOnMastodon" });
  return { title: t("title"), robots: { index: false } };
}

/** Asks on which server somebody is, and leads there by a link: a redirect would send people wherever an address says. */
export default async function ShareOnMastodonPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const { event: slug, server: typed } = await searchParams;
  const page = typeof slug === "string" ? await readEventPage(slug, await currentViewer()) : null;
  if (!page?.event.publishedAt) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const { title } = page.event;
  const server = typeof typed === "string" ? mastodonServerOf(typed) : null;
  if (!server) return <AskServer event={page.event} typed={typeof typed === "string" ? typed : undefined} />;
  const href = shareOnMastodon(server, { title, url: env().ORIGIN + eventPath(page.event.slug) });
  return <GoToServer event={page.event} server={server} href={href} />;
}
