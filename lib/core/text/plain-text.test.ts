import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText, plainTextOfMarkdown } from "./plain-text";

describe("plainText", () => {
  test("keeps paragraphs, lists and line breaks", () => {
    const html =
      "<h3>Bring</h3><p>Something <em>broken</em><br />and time.</p><ul><li>Lamps</li><li><p>Tools:</p><ol><li>saw</li><li>file</li></ol></li></ul><p>Bye</p>";
    expect(plainText(html)).toBe(
      "Bring\n\nSomething broken\nand time.\n\n- Lamps\n- Tools:\n  1. saw\n  2. file\n\nBye",
    );
  });

  test("tells where links lead, once", () => {
    expect(plainText('<p>See <a href="https://a.example/?x=1&amp;y=2">here</a>.</p>')).toBe(
      "See here (https://a.example/?x=1&y=2).",
    );
    expect(plainText('<a href="https://a.example/">https://a.example/</a>')).toBe("https://a.example/");
    expect(plainText('<a href="mailto:ada@a.example">ada@a.example</a>')).toBe("ada@a.example");
  });

  test("shows what was escaped, and drops scripts and styles", () => {
    expect(plainText("<p>1 &lt; 2 &amp;amp; 3 &copy;</p><script>alert(1)</script><style>p{}</style>")).toBe(
      "1 < 2 &amp; 3 ©",
    );
  });

  test("keeps the lines of preformatted text", () => {
    expect(plainText("<pre><code>a\n  b\n</code></pre><p>c</p>")).toBe("a\n  b\n\nc");
  });

  test.each([
    "<p>".repeat(60_000),
    `<pre>${" ".repeat(190_000)}x</pre>`,
    "<a href='http://a.example'>".repeat(7000),
  ])("is quick with hostile input", (html) => {
    const start = performance.now();
    plainText(html);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("never leaves three line ends in a row, nor blanks at the edges", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<ul>",
      "<li>",
      "</li>",
      "</ul>",
      "<br>",
      "a ",
      " b",
      "\n",
      "<pre>",
      "<ol>",
      "&lt;",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = plainText(pieces.join(""));
        expect(text).not.toMatch(/\n{3}|^\s|\s$/);
      }),
    );
  });
});

test("plainTextOfMarkdown reads Markdown as it would be shown", () => {
  expect(plainTextOfMarkdown("# Hello\n\nYou *and* me\nhere\n\n1. one\n2. two")).toBe(
    "Hello\n\nYou and me\nhere\n\n1. one\n2. two",
  );
});

test("of a picture its description is left", () => {
  const picture = '<img src="/media/abcdefghjkmnpqrstuvw" alt="A pot &amp; a spoon" loading="lazy" />';
  expect(plainText(`<p>Soup:</p><p>${picture}</p><p>Come.</p>`)).toBe("Soup:\n\nA pot & a spoon\n\nCome.");
});
