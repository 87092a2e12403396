import { MarkdownManager } from "@tiptap/markdown";
import { getSchema } from "@tiptap/react";
import { expect, test } from "vitest";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { formattedExtensions } from "./formatted-extensions";

const manager = new MarkdownManager({
  extensions: formattedExtensions,
  markedOptions: { gfm: true, breaks: true },
});

const picture = "/media/abcdefghjkmnpqrstuvw";

/** What becomes of Markdown that is opened in the editor and saved again. */
const throughEditor = (source: string) => manager.serialize(manager.parse(source));

test.each([
  ["plain words", "Bring what is broken."],
  ["marks", "Bring what is **broken**, *not* ~~new~~, and `code`."],
  ["two paragraphs", "First.\n\nSecond."],
  ["lines", "First line\nsecond line"],
  ["lists", "- one\n- two\n\n1. first\n2. second"],
  ["a list in a list", "- one\n  - inside\n- two"],
  ["a heading", "## When\n\nAt seven."],
  ["a quote", "> Said before."],
  ["a link", "See [the page](https://example.org/a?b=1)."],
  ["a rule", "Above\n\n---\n\nBelow"],
  ["signs that mean something", "2 \\* 3 and snake_case and 5 < 6 & more"],
  ["right to left", "مقهى **الإصلاح**"],
  ["a picture", `Soup:\n\n![a [small] pot](${picture})\n\nand ![more](${picture}) of it`],
  ["a picture alone", `![a pot](${picture})`],
  ["a picture from elsewhere alone", "![a pot](https://example.org/pot.png)"],
  ["a picture in a list", `- one\n- ![a pot](${picture})`],
  ["a picture from elsewhere", "Soup ![a pot](https://example.org/pot.png) and bread"],
])("%s look the same after the editor", (_what, source) => {
  expect(() => getSchema(formattedExtensions).nodeFromJSON(manager.parse(source)).check()).not.toThrow();
  expect(renderMarkdown(throughEditor(source), () => true)).toBe(renderMarkdown(source, () => true));
});

test("going through the editor again and again changes nothing more", () => {
  const once = throughEditor("# Title\n\n- **a**\n- b\n\n> c\n\nlast [link](https://example.org)");
  expect(throughEditor(once)).toBe(once);
});
