import type { Metadata } from "next";
import { VisitorTopic, visitorTopicMetadata } from "@/components/events/visitor-topic";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<"/v/[variant]/places/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { variant, slug: text } = await params;
  return visitorTopicMetadata({ kind: "place", variant, text });
}

export default async function VisitorPlacePage({ params }: Props) {
  const { variant, slug: text } = await params;
  return <VisitorTopic kind="place" variant={variant} text={text} />;
}
