/** Letters that stand for a country of today (ISO 3166-1); groups of countries and private codes are left out. */
const notCountries = /^(?:EU|EZ|UN|QO|XA|XB|ZZ|A[C]|CP|CQ|DG|EA|IC|TA)$/;

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** All countries by their two letters, as far as this Node knows them. */
export const countryCodes: readonly string[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => english.of(code) !== undefined && !notCountries.test(code) && isOwn(code));

/** The country of two letters or of a name in English or French; empty where nobody can tell. */
export function countryOf(code: string, name = ""): string {
  const given = code.trim().toUpperCase();
  if (countryCodes.includes(given)) return given;
  return codeByName().get(name.trim().toLowerCase()) ?? "";
}

/** Old codes show the name of what came after: their canonical form is another code. */
function isOwn(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}

let known: Map<string, string> | undefined;

function codeByName(): Map<string, string> {
  known ??= new Map(
    ["en", "fr"].flatMap((locale) => {
      const names = new Intl.DisplayNames(locale, { type: "region" });
      return countryCodes.map((code) => [(names.of(code) ?? code).toLowerCase(), code] as const);
    }),
  );
  return known;
}
