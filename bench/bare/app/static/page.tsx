import { Hello } from "../hello";

export default function StaticPage() {
  return <Hello paragraphs={Number(process.env.STATIC_PARAGRAPHS)} />;
}
