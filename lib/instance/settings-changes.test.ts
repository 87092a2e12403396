import fc from "fast-check";
import { expect, test } from "vitest";
import { changesIn } from "./settings-changes";

test("tells what was changed, as it was and as it is", () => {
  const before = { registration: "open", maxIdentities: 20, logo: null, terms: "", termsHtml: "" };
  const after = {
    registration: "closed",
    maxIdentities: 20,
    logo: { width: 9 },
    terms: "Be kind",
    termsHtml: "<p>",
  };
  expect(changesIn(before, after)).toEqual({
    before: { registration: "open", logo: null, terms: "" },
    after: { registration: "closed", logo: '{"width":9}', terms: "Be kind" },
  });
  expect(changesIn(after, after)).toBeNull();
});

test("tells of lists what came and went, however long they are", () => {
  const rule = (pattern: string) => ({ id: pattern, pattern, scope: "all", outcome: "hold" });
  const many = Array.from({ length: 200 }, (_, at) => rule(`word${at}`));
  const more = changesIn({ wordRules: many }, { wordRules: [...many, rule("shoes")] });
  expect(more).toEqual({ before: { wordRules: "" }, after: { wordRules: JSON.stringify([rule("shoes")]) } });
  const less = changesIn({ emailDeny: ["a.example", "b.example"] }, { emailDeny: ["b.example"] });
  expect(less).toEqual({ before: { emailDeny: "a.example" }, after: { emailDeny: "" } });
  const turned = changesIn({ list: ["a", "b"] }, { list: ["b", "a"] });
  expect(turned).toEqual({ before: { list: "a, b" }, after: { list: "b, a" } });
});

test("tells neither addresses nor what may be a secret", () => {
  const { after } = changesIn(
    {},
    {
      emailAllow: ["ada@example.org", "example.com"],
      mapTiles: "https://tiles.example/{z}/{x}/{y}.png?key=abc123",
      geocoder: "https://me:pass@geo.example/search",
    },
  )!;
  expect(after).toEqual({
    emailAllow: "…@example.org, example.com",
    mapTiles: "https://tiles.example/{z}/{x}/{y}.png?…",
    geocoder: "https://…@geo.example/search",
  });
});

test("whatever is set, it is told in few words", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const changes = changesIn({ key: one }, { key: other });
      const texts = Object.values({ ...changes?.before, ...changes?.after });
      for (const text of texts) expect(String(text).length).toBeLessThan(200);
    }),
  );
});
