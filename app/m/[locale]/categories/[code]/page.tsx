import type { Metadata } from "next";
import { MemberTopic, memberTopicMetadata } from "@/components/events/member-topic";

type Props = PageProps<"/m/[locale]/categories/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code: text } = await params;
  return memberTopicMetadata({ kind: "category", locale, text });
}

export default async function MemberCategoryPage({ params, searchParams }: Props) {
  const [{ locale, code: text }, { page }] = await Promise.all([params, searchParams]);
  return <MemberTopic kind="category" locale={locale} text={text} page={page} />;
}
