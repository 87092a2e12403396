import type { Metadata } from "next";
import { MemberTopic, memberTopicMetadata } from "@/components/events/member-topic";

type Props = PageProps<"/m/[locale]/places/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug: text } = await params;
  return memberTopicMetadata({ kind: "place", locale, text });
}

export default async function MemberPlacePage({ params, searchParams }: Props) {
  const [{ locale, slug: text }, { page }] = await Promise.all([params, searchParams]);
  return <MemberTopic kind="place" locale={locale} text={text} page={page} />;
}
