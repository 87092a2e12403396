import { Hello } from "../hello";

export const dynamic = "force-dynamic";

export default function DynamicPage() {
  return <Hello paragraphs={Number(process.env.DYNAMIC_PARAGRAPHS)} />;
}
