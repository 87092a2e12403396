import type { Metadata } from "next";
import { VisitorTopic, visitorTopicMetadata } from "@/components/events/visitor-topic";

export const revalidate = false;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<"/v/[variant]/tags/[tag]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { variant, tag: text } = await params;
  return visitorTopicMetadata({ kind: "tag", variant, text });
}

export default async function VisitorTagPage({ params }: Props) {
  const { variant, tag: text } = await params;
  return <VisitorTopic kind="tag" variant={variant} text={text} />;
}
