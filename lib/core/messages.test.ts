import { describe, expect, test } from "vitest";
import { locales } from "./locale";
import { messagesFor, translator } from "./messages";

type Tree = { [key: string]: string | Tree };

describe("the catalogues", () => {
  test.each(locales)("%s has every sentence, and no other", (locale) => {
    expect([...sentences(messagesFor(locale)).keys()]).toEqual([...sentences(messagesFor("en")).keys()]);
  });

  test.each(locales)("%s leaves no sentence empty and uses the arguments that English uses", (locale) => {
    const english = sentences(messagesFor("en"));
    for (const [key, sentence] of sentences(messagesFor(locale))) {
      expect(sentence.trim(), key).not.toBe("");
      expect(argumentsOf(sentence), key).toEqual(argumentsOf(english.get(key) ?? ""));
    }
  });
});

test("translator speaks the language that it is asked for", () => {
  expect(translator("en", "mail.letter")("hello", { name: "Ada" })).toBe("Hello Ada,");
  expect(translator("fr", "mail.letter")("hello", { name: "Ada" })).toBe("Bonjour Ada,");
});

test("translator refuses to leave a hole where an argument is missing", () => {
  expect(() => translator("en", "mail.letter")("hello")).toThrow(/name/);
});

function sentences(tree: Tree, path = ""): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : [...sentences(value, `${path}${key}.`)],
  );
  return new Map(entries);
}

/** Names in braces at even depth: "{count, plural, other {# places}}" has one argument. Tags count too. */
function argumentsOf(sentence: string): string[] {
  const found = new Set([...sentence.matchAll(/<(\w+)>/g)].map(([tag]) => tag));
  let depth = 0;
  for (const { 0: brace, 1: name } of sentence.matchAll(/\{\s*(\w*)|\}/g)) {
    if (brace === "}") depth -= 1;
    else if (depth++ % 2 === 0) found.add(name ?? "");
  }
  return [...found].sort();
}
