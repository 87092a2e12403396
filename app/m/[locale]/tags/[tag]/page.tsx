import type { Metadata } from "next";
import { MemberTopic, memberTopicMetadata } from "@/components/events/member-topic";

type Props = PageProps<"/m/[locale]/tags/[tag]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tag: text } = await params;
  return memberTopicMetadata({ kind: "tag", locale, text });
}

export default async function MemberTagPage({ params, searchParams }: Props) {
  const [{ locale, tag: text }, { page }] = await Promise.all([params, searchParams]);
  return <MemberTopic kind="tag" locale={locale} text={text} page={page} />;
}
