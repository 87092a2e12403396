import { getMessages } from "next-intl/server";

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The sentence for `?notice=slug`, after something worked; nothing for a slug that nobody wrote. */
export async function noticeOf(searchParams: Search): Promise<string | null> {
  return sentenceOf("notices", (await searchParams).notice);
}

/** The sentence for `?refused=slug`, where a refusal leads to a page instead of back to a form. */
export async function refusalOf(searchParams: Search): Promise<string | null> {
  return sentenceOf("refusals", (await searchParams).refused);
}

async function sentenceOf(kind: "notices" | "refusals", slug: string | string[] | undefined) {
  const sentences = ((await getMessages()) as Partial<Record<typeof kind, Record<string, string>>>)[kind];
  return typeof slug === "string" && sentences && Object.hasOwn(sentences, slug)
    ? (sentences[slug] ?? null)
    : null;
}
