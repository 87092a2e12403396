import { describe, expect, test } from "vitest";
import { foldWords, mutedWordIn } from "./muted-words";

describe("mutedWordIn", () => {
  test("finds whole words and phrases, however they are written", () => {
    expect(mutedWordIn(["Fête de l’ÉTÉ!"], ["ete"])).toBe("ete");
    expect(mutedWordIn(["Nothing", "The grand  opening, tonight"], ["Grand Opening"])).toBe("Grand Opening");
    expect(mutedWordIn(["come to #Techno"], ["#techno"])).toBe("#techno");
    expect(mutedWordIn(["東京で花火大会"], ["花火"])).toBe("花火");
  });

  test("finds no parts of words, and nothing in nothing", () => {
    expect(mutedWordIn(["Scunthorpe meets"], ["thorpe", "meet"])).toBeNull();
    expect(mutedWordIn([null, ""], ["a"])).toBeNull();
    expect(mutedWordIn(["anything"], [])).toBeNull();
    expect(mutedWordIn(["!!! …"], ["?"])).toBeNull();
    expect(foldWords("…")).toBe("");
  });
});
