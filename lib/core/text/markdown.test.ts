import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./markdown";
import { sanitizeHtml } from "./sanitize";
import { pictureMarkdown, pictureNamesIn } from "./text-pictures";

const tag = /<\/?(?:abbr|b|blockquote|br|code|del|em|h[3-5]|hr|i|li|ol|p|pre|strong|ul)(?: \/)?>/;
const attributed =
  /<abbr title="[^"<>]*">|<ol start="[^"<>]*">|<\/a>|<a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="nofollow noopener ugc">/i;
const allowed = new RegExp(`${tag.source}|${attributed.source}`, "gi");

/** Whatever is left once the allowed tags are gone can be no markup. */
function expectSafe(html: string): void {
  expect(html.replace(allowed, "")).not.toMatch(/[<>]/);
}

function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === "br" || name === "hr") continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

describe("renderMarkdown", () => {
  test("renders what people write", () => {
    expect(renderMarkdown("Bring *it*,\nwe **mend** ~~sell~~ it.\n\n- lamps\n- `code`\n\n> quote")).toBe(
      "<p>Bring <em>it</em>,<br />we <strong>mend</strong> <del>sell</del> it.</p>\n<ul>\n<li>lamps</li>\n<li><code>code</code></li>\n</ul>\n<blockquote>\n<p>quote</p>\n</blockquote>",
    );
  });

  test("pushes headings below those of the page", () => {
    expect(renderMarkdown("# a\n## b\n### c\n###### d")).toBe(
      "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h5>d</h5>",
    );
  });

  test("leaves out no level of headings, wherever they begin", () => {
    expect(renderMarkdown("### a\n##### b\n### c")).toBe("<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>");
  });

  test("gives links no credit, and drops those that lead nowhere safe", () => {
    const rel = 'rel="nofollow noopener ugc"';
    expect(renderMarkdown("[a](https://b.example/?c=1&d)")).toBe(
      `<p><a href="https://b.example/?c=1&amp;d" ${rel}>a</a></p>`,
    );
    expect(renderMarkdown("https://b.example")).toBe(
      `<p><a href="https://b.example" ${rel}>https://b.example</a></p>`,
    );
    for (const bad of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//b.example",
      "/admin",
      "vbscript:x",
      "jAvAsCrIpT:x",
    ]) {
      expect(renderMarkdown(`[a](${bad})`)).not.toContain("href");
      expect(renderMarkdown(`<a href="${bad}" onclick="x()">a</a>`)).toBe("<p>a</p>");
    }
  });

  test("shows no pictures, tables or forms", () => {
    expect(renderMarkdown("![a cat](https://b.example/cat.png)")).toBe("<p>a cat</p>");
    expect(renderMarkdown("|a|b|\n|-|-|\n|c|d|")).toBe("<p>|a|b|<br />|-|-|<br />|c|d|</p>");
    expect(renderMarkdown("- [x] done")).not.toContain("<input");
    expectSafe(renderMarkdown('<form action="//x"><input name=a></form><svg onload=x><math><iframe src=x>'));
  });

  test("leaves long ordinary text alone", () => {
    const list = Array.from({ length: 400 }, (_, i) => `* item ${i} with *stress*`).join("\n\n");
    expect(renderMarkdown(list).match(/<em>stress<\/em>/g)).toHaveLength(400);
    expect(renderMarkdown("- - - - - - - - - - -")).toBe("<hr />");
  });
});

describe("pictures of this server", () => {
  const name = "abcdefghjkmnpqrstuvw";
  const shows = (given: string) => given === name;
  const img = (alt: string) => `<img src="/media/${name}" alt="${alt}" loading="lazy" decoding="async" />`;

  test("are shown where they are let in, with their description and nothing else", () => {
    expect(renderMarkdown(`Soup:\n\n![a *pot* of "soup"](/media/${name} "title")`, shows)).toBe(
      `<p>Soup:</p>\n<p>${img("a *pot* of &quot;soup&quot;")}</p>`,
    );
    expect(renderMarkdown(`<img src="/media/${name}" alt="a" onerror="x()" style="y" width=9>`, shows)).toBe(
      img("a"),
    );
  });

  test("leave their words everywhere else, and so do all other pictures", () => {
    expect(renderMarkdown(`![a pot](/media/${name})`)).toBe("<p>a pot</p>");
    const others = [
      `/media/${"z".repeat(20)}`,
      `/media/${name}-480.webp`,
      `//b.example/media/${name}`,
      `https://b.example/media/${name}`,
      `/media/../media/${name}`,
      `/media/${name}?x`,
      "data:image/png;base64,AAAA",
    ];
    for (const other of others) {
      expect(renderMarkdown(`![a pot](${other})`, shows)).toBe("<p>a pot</p>");
      expect(renderMarkdown(`<img src="${other}" alt="a pot">`, shows)).not.toContain("img");
    }
  });

  test("are written so that any description stays one", () => {
    for (const alt of ["a [pot] of soup", "back\\slash\\", "](/media/x) <b>", 'two\nlines "said"', ""]) {
      const html = renderMarkdown(pictureMarkdown({ name, alt }), shows);
      expect(html).toMatch(
        /^<p><img src="\/media\/[a-z]{20}" alt="[^"<>]*" loading="lazy" decoding="async" \/><\/p>$/,
      );
    }
    expect(pictureNamesIn(`![](/media/${name}) ![](/media/${name}) /media/${name}-480.webp`)).toEqual([name]);
  });
});

describe("with hostile input", () => {
  const piece = fc.constantFrom(
    "</a>",
    "<div>",
    "</span>",
    "<h1>",
    "</b>",
    "<script>",
    "</script>",
    "alert(1)",
    "<img src=x onerror=alert(1)>",
    "javascript:",
    "data:text/html;base64,",
    "[a](",
    ")",
    "<a href='",
    "'",
    '"',
    ">",
    "<",
    "&lt;",
    "&#x3c;script",
    "![",
    "](",
    "**",
    "_",
    "`",
    "```\n",
    "> ",
    "- ",
    "\n",
    "    ",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<svg/onload=",
    "<style>",
    "\\",
    "\u202e",
    "\u0000",
    "\ud800",
    "<p ",
    "title=",
    "abbr",
    "<abbr title='",
    "https://b.example",
    "<textarea>",
    "<noscript>",
    "<math><mtext>",
    "<ol start='",
  );

  test("only allowed tags ever come out, each one closed, and cleaning again changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string())), (pieces) => {
        const html = renderMarkdown(pieces.join(""));
        expectSafe(html);
        expect(isBalanced(html)).toBe(true);
        expect(sanitizeHtml(html)).toBe(html);
      }),
      { numRuns: 1500 },
    );
  });

  const repeated = (unit: string) => unit.repeat(Math.ceil(20_000 / unit.length));
  test.each([
    ...[
      ">",
      "> ",
      "- ",
      "1. ",
      "> - ",
      "*a ",
      "*a _b ",
      "**a*",
      "a**b",
      "*a**",
      "_a",
      "_a__b_",
      "~~a ",
      "[",
      "[a](",
      "![[",
      "`a ",
    ],
    ...[
      "<b>",
      "<div>",
      "<!--",
      "<",
      "&a",
      "\\",
      "a@b.",
      "www.",
      "http://",
      "[a]: b\n",
      "|-|\n",
      "```\n",
      "\t",
      "* * ",
    ],
    ...[
      "*a **b ",
      "\\*a ",
      "\\\\_a ",
      "[a](<b",
      '[a](b "',
      "<a href='",
      "> a\nb\n",
      "- a\n\n",
      " a\n",
      "a\n=\n",
      "](",
    ],
  ])("is done in time with 20,000 characters of %j", (unit) => {
    expectQuick(repeated(unit));
  });

  test.each([
    ["quotes", Array.from({ length: 500 }, (_, i) => `${">".repeat(i)}a`).join("\n")],
    ["lists", Array.from({ length: 500 }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n")],
    ["emphasis", `${"*".repeat(9000)}a${"*".repeat(9000)}`],
    ["pairs of emphasis", `${"*a **b ".repeat(1400)}${"b** a*".repeat(1400)}`],
    ["brackets", "[".repeat(9999) + "]".repeat(9999)],
    ["spaces", `a${" ".repeat(19_990)}b`],
    ["backticks", Array.from({ length: 199 }, (_, i) => "`".repeat(i)).join(" ")],
  ])("is done in time with deep or long %s", (_, source) => {
    expectQuick(source);
  });

  function expectQuick(source: string): void {
    const start = performance.now();
    expectSafe(renderMarkdown(source));
    expect(performance.now() - start).toBeLessThan(2000);
  }
});
