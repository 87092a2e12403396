/** Small words that stand in nearly every sentence of a language, and seldom in those of others. */
const smallWords: Record<string, string> = {
  de: "der die das und ist nicht ein eine einen mit für auf wir ihr sich auch zu zum zur im den dem von bei oder wie kommt alle euch uns",
  en: "the and is are of to in for with you your we our it this that be will or from by on at who what come bring all not have",
  es: "el los las una y es en con para por que del al lo se como más su nos todos está o pero este esta traer",
  fr: "le la les des une un et est en avec pour que qui du au aux nous vous votre dans sur ou ce cette pas plus tous sont se chez",
  it: "il gli una e è di con per che del della dei nel alla sono si come più o tutti questo questa non ci da le",
  nl: "de het een en is van met voor op wij je niet dat te zijn aan ook bij of onze alle iedereen kom naar er wordt",
  pt: "os as uma e é em com para por que do da dos das não se mais ou como todos no na seu nós um este esta ao",
};

/** How many words are looked at: more would not tell more. */
const WORDS = 500;

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(smallWords)) {
  for (const word of words.split(" ")) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/**
 * The language that a text is written in (ISO 639-1), or "und" where it cannot be told: it is too short, in none of
 * those that we know, or in two at once. Words that several languages share count for each of them a little.
 */
export function detectLanguage(text: string): string {
  const words =
    text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, WORDS) ?? [];
  const points = new Map<string, number>();
  for (const word of words) {
    const languages = languagesOf.get(word) ?? [];
    for (const language of languages) {
      points.set(language, (points.get(language) ?? 0) + 1 / languages.length);
    }
  }
  const [first, second] = [...points].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < Math.max(2, words.length * 0.08)) return "und";
  return first[1] >= 1.3 * (second?.[1] ?? 0) ? first[0] : "und";
}
