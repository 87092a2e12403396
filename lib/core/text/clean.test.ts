import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanLine, cleanText } from "./clean";
import { excerpt } from "./excerpt";
import { initials } from "./initials";
import { randomSlug } from "./random-slug";

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "\u202e",
        "\u2066",
        "\u0000",
        "\r\n",
        "\u2028",
        "\ud800",
        "e\u0301",
        "\ufeff",
        "  ",
        "👩‍👩‍👧",
      ),
    ),
  )
  .map((pieces) => pieces.join(""));

describe("cleanLine", () => {
  test("makes one tidy line", () => {
    expect(cleanLine("  Repair\tcafé\r\n\u202egnp.exe\u0000 \u2066x\u2069 ")).toBe("Repair café gnp.exe x");
    expect(cleanLine("e\u0301")).toBe("é");
    expect(cleanLine("\u200b \ufeff")).toBe("");
  });

  test("leaves emoji and other scripts alone", () => {
    for (const text of ["👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "مقهى الإصلاح"]) expect(cleanLine(text)).toBe(text);
  });

  test("never lets through what turns, hides or breaks a line", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = cleanLine(text);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s|\s$/u);
        expect(line.isWellFormed()).toBe(true);
        expect(cleanLine(line)).toBe(line);
      }),
    );
  });
});

describe("cleanText", () => {
  test("keeps lines and indents", () => {
    expect(cleanText("\n \n  a\r\nb\rc\u0007\n\n\td  \n")).toBe("  a\nb\nc\n\n\td");
  });

  test("is the same when done twice", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\r\u202a-\u202e\u2066-\u2069]/);
        expect(clean).not.toContain("\0");
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe("excerpt", () => {
  test("cuts between words", () => {
    expect(excerpt("Bring what is broken", 40)).toBe("Bring what is broken");
    expect(excerpt("Bring what is broken", 20)).toBe("Bring what is broken");
    expect(excerpt("Bring what is broken, please", 22)).toBe("Bring what is broken…");
    expect(excerpt("Bring what is broken", 13)).toBe("Bring what…");
    expect(excerpt("Bring what is broken", 14)).toBe("Bring what is…");
  });

  test("cuts long words, and never inside of an emoji", () => {
    expect(excerpt("Donaudampfschifffahrt", 8)).toBe("Donauda…");
    expect(excerpt("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2)).toBe("👩‍👩‍👧…");
  });

  test("is never longer than asked for", () => {
    const segmenter = new Intl.Segmenter("en");
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, length) => {
        expect([...segmenter.segment(excerpt(text, length))].length).toBeLessThanOrEqual(length);
      }),
    );
  });

  test("is quick with marks piled on one letter", () => {
    expect(excerpt(`a${"\u0301".repeat(500_000)} b`, 100)).toMatch(/…$/);
  });
});

test.each([
  ["Ada Marchand", "AM"],
  ["grace", "G"],
  ["Jean-Pierre de la Tour", "JT"],
  ["Élise", "É"],
  ["(Linus) “the” Penguin", "LP"],
  ["東京 太郎", "東太"],
  ["🎉 🎈", "🎉"],
  ["  ", "?"],
])("initials of %j", (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test("randomSlug has the length and letters that it should, and does not repeat", () => {
  const slugs = Array.from({ length: 2000 }, () => randomSlug(14));
  for (const slug of slugs) expect(slug).toMatch(/^[a-hjkmnp-z2-9]{14}$/);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(new Set(slugs.join("")).size).toBe(31);
});
