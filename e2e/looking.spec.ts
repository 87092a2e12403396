import type { Page } from "@playwright/test";
import { look } from "./support/look";
import { structuresOn } from "./support/structure";
import { expect, test } from "./support/test";

const html = `<!doctype html><html lang="en"><head><title>Evenings</title><style>
  .skip { position: absolute; left: -999px } .skip:focus { left: 0 }
  .initials-2, .pale { color: #aaa } .tiny { display: inline-block; width: 20px; height: 20px } .far { margin: 30px }
  pre { width: 200px; overflow: auto } :checked + span { color: #999 } .hint { display: none }
  @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }
</style></head><body><a class="skip" href="#end">To the end</a><nav aria-label="Pages"><a href="/">Evenings</a></nav><nav aria-label="More"><a href="/more">More</a></nav>
<main><h1>Evenings</h1><ul><li><a href="/one">One</a></li><li><a href="/two">Two</a></li></ul>
<p class="lead">Said <a href="#end">at the end</a>.</p><a href="/bell">Hear it <img src="a.png" alt="A bell"></a><pre>Few words</pre>
<form><input name="children" aria-label="How many"></form><label for="name">Name</label><input id="name" value="Ada"><button aria-describedby="hint" class="tiny far">Send</button>
<button class="tiny far">Keep</button><p id="hint" class="hint">Soon</p><label><input type="checkbox"> <span>Yes</span></label>
<svg class="drawing-1" aria-hidden="true"><path d="M0 0h9"/></svg><span class="initials-1">A</span>
<p id="end">The end</p></main></body></html>`;

const alike: [what: string, from: string, to: string][] = [
  ["other words", "The end", "Good night, and come again"],
  ["another title", "<title>Evenings", "<title>Mornings"],
  ["another address", "/more", "/less"],
  ["another picture", 'a.png" alt="A bell', 'b.png" alt="Two bells'],
  ["another value", 'value="Ada"', 'value="Grace"'],
  ["other ids", '"name"', '"called"'],
  ["another drawing", "drawing-1", "drawing-2"],
  ["a longer list", "</ul>", '<li><a href="/three">Three</a></li></ul>'],
];

const different: [what: string, from: string, to: string][] = [
  ["another tag", "<h1>Evenings</h1>", "<h2>Evenings</h2>"],
  ["another class", 'class="lead"', 'class="lead pale"'],
  ["a role", "<ul>", '<ul role="presentation">'],
  ["another language", 'lang="en"', 'lang="english"'],
  ["no title", "<title>Evenings", "<title>"],
  ["a picture without words", ' alt="A bell"', ""],
  ["a picture of no meaning", "A bell", ""],
  ["a field that nothing names", 'for="name"', 'for="names"'],
  ["an id that is there twice", 'id="end"', 'id="hint"'],
  ["a hint that is missing", 'id="hint"', 'id="hints"'],
  ["a leap to nowhere", "#end", "#beginning"],
  ["a button without words", ">Keep<", "><"],
  ["one colour of a row", "initials-1", "initials-2"],
  ["an attribute", 'value="Ada"', 'value="Ada" tabindex="2"'],
  ["one of a list", '<li><a href="/two">Two</a></li>', '<li><a href="/two" class="pale">Two</a></li>'],
  ["a list of one", '<li><a href="/two">Two</a></li>', ""],
  ["landmarks of one name", "More", "Pages"],
  ["small buttons side by side", "tiny far", "tiny"],
  ["a text that has to be scrolled", "Few words", "Many words that are all on one line"],
  ["a picture whose words stand beside it", "Hear it", "A bell"],
];

test("pages that differ in words alone have one structure @nojs", async ({ page }) => {
  const met = await structuresOf(page, html);
  for (const [what, from, to] of alike) {
    expect(newIn(await structuresOf(page, changed(from, to)), met), what).toEqual([]);
  }
});

test("whatever axe goes by makes another structure @nojs", async ({ page }) => {
  const met = await structuresOf(page, html);
  for (const [what, from, to] of different) {
    expect(newIn(await structuresOf(page, changed(from, to)), met), what).not.toEqual([]);
  }
});

test("so do its state, its colours and its width @nojs", async ({ page }) => {
  const met = await structuresOf(page, html);
  const changes = {
    "a box is ticked": () => page.getByRole("checkbox").check(),
    "it is dark": () => page.emulateMedia({ colorScheme: "dark" }),
    "it is narrow": () => page.setViewportSize({ width: 390, height: 844 }),
    "a link shows itself": () => page.getByRole("link").first().focus(),
  };
  for (const [what, change] of Object.entries(changes)) {
    await change();
    const structures = await structuresOn(page);
    expect(newIn(structures, met), what).not.toEqual([]);
    met.push(...structures);
  }
});

test("a page is looked at again when something is wrong with it now @nojs", async ({ page }) => {
  await page.goto("/about");
  await look(page);
  await page.locator("h1").evaluate((heading) => heading.replaceChildren());
  for (let times = 0; times < 2; times++) await expect(look(page)).rejects.toThrow("empty-heading");
});

function changed(from: string, to: string): string {
  expect(html).toContain(from);
  return html.replaceAll(from, to);
}

async function structuresOf(page: Page, html: string): Promise<string[]> {
  await page.setContent(html);
  return structuresOn(page);
}

function newIn(structures: string[], met: string[]): string[] {
  return structures.filter((structure) => !met.includes(structure));
}
