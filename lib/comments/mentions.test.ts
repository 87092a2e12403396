import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { linkMentions, mentionedIn } from "./mentions";

const named = (source: string) => mentionedIn(renderMarkdown(source));

describe("mentionedIn", () => {
  test.each([
    ["Hello @Ada, and @grace.", ["ada", "grace"]],
    ["(@ada) “@grace”", ["ada", "grace"]],
    ["@ada @ada @ADA", ["ada"]],
    ["some@ada or ada@example.org", []],
    ["@ada@mastodon.example", []],
    ["@example.org is a name", []],
    ["https://example.org/@ada", []],
    ["`@ada` and [@ada](https://example.org)", []],
    ["**@ada**", ["ada"]],
    ["@good_neighbours", ["good_neighbours"]],
    ["@", []],
  ])("%s", (source, handles) => expect(named(source)).toEqual(handles));

  test("stops at ten", () => {
    const crowd = Array.from({ length: 30 }, (_, index) => `@p${index}`).join(" ");
    expect(named(crowd)).toHaveLength(10);
  });
});

describe("linkMentions", () => {
  const addresses = new Map([["ada", "https://bells.example/@ada"]]);

  test("links those that have an address, as they were typed", () => {
    expect(linkMentions("<p>Hi @Ada and @nobody</p>", addresses)).toBe(
      '<p>Hi <a class="mention" href="https://bells.example/@ada">@Ada</a> and @nobody</p>',
    );
  });

  test("changes nothing but names, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("@", "a", "d", "<", ">", "`", "*", "[", "]", "(", ")", "&", "\n", " ", '"'),
        }),
        (source) => {
          const html = renderMarkdown(source);
          const linked = linkMentions(html, addresses);
          expect(linked.replace(/<a class="mention" href="[^"]*">(@\w+)<\/a>/g, "$1")).toBe(html);
          expect(linked).not.toMatch(/<(script|img|iframe)/i);
        },
      ),
    );
  });
});
