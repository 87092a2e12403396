import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "./fold";
import { linksIn } from "./links";
import { holdsPattern } from "./match";
import { hitsOf, outcomeOf } from "./rules";

const holds = (text: string, pattern: string) => holdsPattern(foldText(text), pattern);

describe("words", () => {
  test.each([
    ["Best CASINO in town", "casino"],
    ["Best Càsínò in town", "casino"],
    ["Best ｃａｓｉｎｏ in town", "casino"],
    ["Best ca\u200bsi\u00adno in town", "casino"],
    ["Best C A S I N O in town", "casino"],
    ["Best c.a.s.i.n.o in town", "casino"],
    ["This is a c-a-s-i-n-o", "casino"],
    ["This is a c a s i n o", "casin*"],
    ["casino", "C a s i n o"],
    ["The casinos of the town", "casino*"],
    ["Onlinecasino", "*casino"],
    ["An onlinecasinos thing", "*casino*"],
    ["a cxxxsxxo", "c*s*o"],
    ["Cheap, cheap — SHOES!", "cheap shoes"],
    ["see https://spam.example/x", "spam.example"],
    ["Le café des arts", "cafe"],
    ["Best саsinо in town", "casino"],
    ["Best СASINΟ in town", "casino"],
    ["Best casıno in town", "casino"],
    ["Grøn strasse", "gron straße"],
    ["Дешёвые ботинки", "дешевые БОТИНКИ"],
    ["Φθηνά ΠΑΠΟΎΤΣΙΑ", "φθηνα παπουτσια"],
    ["购买便宜的鞋子", "*便宜*"],
  ])("%j holds %j", (text, pattern) => expect(holds(text, pattern)).toBe(true));

  test.each([
    ["An occasion", "casino"],
    ["The casinos", "casino"],
    ["Cheap but good shoes", "cheap shoes"],
    ["Anything", "*"],
    ["Anything", "* **"],
    ["Anything", "!?"],
    ["", "casino"],
    ["aba", "ab*ba"],
  ])("%j does not hold %j", (text, pattern) => expect(holds(text, pattern)).toBe(false));

  test("never throws, whatever is looked for in whatever", () => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(fc.property(text, text, (words, pattern) => typeof holds(words, pattern) === "boolean"));
  });

  test("finds every word that stands there, however it is written", () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    const dress = fc.constantFrom(
      (it: string) => it.toUpperCase(),
      (it: string) => [...it].join(" "),
      (it: string) => [...it].join("\u200d"),
      (it: string) => [...it].map((letter) => `${letter}\u0301`).join(""),
    );
    fc.assert(
      fc.property(word, dress, fc.lorem(), (it, dressed, other) =>
        holds(`${other}, ${dressed(it)}! ${other}`, it),
      ),
    );
  });

  test("is done with hostile text in as many steps as it has letters", () => {
    for (const text of ["a".repeat(40_000), "a ".repeat(20_000), "*".repeat(40_000), "\u0301".repeat(40_000)])
      expect(holds(text, `${"*a".repeat(40)}b`)).toBe(false);
  });
});

describe("links", () => {
  const origin = "https://here.example";

  test("are what leads elsewhere, each once; names and topics are none", () => {
    const html = `<a href="https://x.example/">x</a> <a href="https://x.example/" rel="nofollow">again</a>
      <a class="u" href="https://far.example/@ada">@ada</a> <a href="https://far.example/tags/a">#a</a>
      <a href="${origin}/events/abc">here</a> <a href="mailto:a@b.example">mail</a>`;
    const trusts = { trustsNames: true };
    expect(linksIn(html, origin, trusts)).toEqual(["https://x.example/"]);
    expect(linksIn(`<a href="https://here.example.evil/">x</a>`, origin, trusts)).toHaveLength(1);
  });

  test("of people here are links whatever they are called", () => {
    const html = `<a href="https://shoes.example/">@ada</a> <a class="mention" href="${origin}/@ada">@ada</a>`;
    expect(linksIn(html, origin, { trustsNames: false })).toEqual(["https://shoes.example/"]);
  });
});

describe("hitsOf", () => {
  const wordRules = [
    { id: "1", pattern: "casino", scope: "all", outcome: "report" },
    { id: "2", pattern: "casino*", scope: "comments", outcome: "refuse" },
    { id: "3", pattern: "shoes", scope: "events", outcome: "hold" },
  ] as const;
  const rules = { wordRules: [...wordRules], mostLinks: 1, linksAfterDays: 7 };
  const link = (name: string) => `<a href="https://${name}.example">x</a>`;
  const judge = (values: Partial<Parameters<typeof hitsOf>[1]>) =>
    hitsOf(rules, { scope: "comments", text: "", accountDays: 100, ...values }, "https://here.example");

  test("asks the rules that mean it, and the strictest counts", () => {
    expect(judge({ text: "A casino" })).toHaveLength(2);
    expect(outcomeOf(judge({ text: "A casino" }))).toBe("refuse");
    expect(outcomeOf(judge({ text: "A casino", scope: "identities" }))).toBe("report");
    expect(outcomeOf(judge({ text: "Casino shoes", scope: "events" }))).toBe("hold");
    expect(outcomeOf(judge({ text: "Shoes" }))).toBeNull();
  });

  test.each([
    ["ca**si**no", "casino"],
    ["ca&#115;ino", "casino"],
    ["[ca](https://a.example/)sino", "casino"],
    ["[Our page](https://casino.example/)", "casino.example"],
    ["[Our page](https://casino%2Eexample/)", "casino.example"],
    ["[Our page](https://a.example/?c%61sino)", "casino"],
    ["https://xn--bcher-kva.example/", "bücher.example"],
    ["https://bücher.example/", "xn--bcher-kva.example"],
    ["c\\_asino", "c_asino"],
  ])("reads %j as people do", (text, pattern) => {
    const wordRules = [{ id: "1", pattern, scope: "all", outcome: "hold" } as const];
    for (const scope of ["comments", "events", "identities"] as const)
      expect(hitsOf({ ...rules, wordRules }, { scope, text, accountDays: 1 }, "")).toHaveLength(1);
  });

  test("lets comments with many links wait, and those of young accounts with any", () => {
    expect(judge({ html: link("a") })).toEqual([]);
    expect(judge({ html: link("a") + link("b") })).toEqual([{ kind: "many_links", outcome: "hold" }]);
    expect(judge({ html: link("a"), accountDays: 6 })).toEqual([{ kind: "early_links", outcome: "hold" }]);
    expect(judge({ html: link("a"), accountDays: null })).toEqual([]);
    expect(judge({ html: link("a") + link("b"), scope: "events", accountDays: 1 })).toEqual([]);
  });
});
