import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import {
  AskOwnServer,
  GoToOwnServer,
  NothingToShow,
  PasteThere,
} from "@/components/identities/interact-page";
import { asLocale } from "@/lib/core/locale";
import { findWayHome, readInteraction, thingIn } from "@/lib/web/interact-reading";
import { currentViewer } from "@/lib/web/viewer";
import { answerMissing } from "@/lib/web/visitor/missing";

type Props = PageProps<"/m/[locale]/interact">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: asLocale((await params).locale), namespace: "elsewhere.from" });
  return { title: t("title"), robots: { index: false } };
}

/** Both ends of the way between servers: other servers send people here with a thing; visitors are led to their own. */
export default async function InteractPage({ params, searchParams }: Props) {
  setRequestLocale(asLocale((await params).locale));
  const { uri, from } = await searchParams;
  if (typeof uri !== "string" || uri.length > 2000) {
    await answerMissing();
    return <NotFoundPage />;
  }
  const thing = thingIn(uri);
  if (thing && typeof from === "string") return <WayHomePage uri={thing} typed={from} />;
  const found = await readInteraction(uri, await currentViewer());
  if ("path" in found) redirect(found.path);
  return <NothingToShow uri={uri} whyNot={found.whyNot} />;
}

async function WayHomePage({ uri, typed }: { uri: string; typed: string }) {
  const way = await findWayHome(uri, typed);
  if (way.kind === "here") redirect(way.path);
  if (way.kind === "go") return <GoToOwnServer uri={uri} {...way} />;
  if (way.kind === "paste") return <PasteThere uri={uri} host={way.host} />;
  return <AskOwnServer uri={uri} typed={typed} problem={way.problem} />;
}
