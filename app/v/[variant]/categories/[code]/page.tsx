import type { Metadata } from "next";
import { VisitorTopic, visitorTopicMetadata } from "@/components/events/visitor-topic";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<"/v/[variant]/categories/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { variant, code: text } = await params;
  return visitorTopicMetadata({ kind: "category", variant, text });
}

export default async function VisitorCategoryPage({ params }: Props) {
  const { variant, code: text } = await params;
  return <VisitorTopic kind="category" variant={variant} text={text} />;
}
