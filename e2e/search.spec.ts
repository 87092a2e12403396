import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { newWord } from "./support/faces";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

/** The year in which `announce` lets events take place. */
const year = new Date().getUTCFullYear() + 1;

test("what is announced is found by its words, mistyped too, and by its place @nojs", async ({
  page,
  newPerson,
}) => {
  const word = newWord();
  await signUp(page, somebody("Ada"));
  await announce(page, { title: `Chœur ${word}`, description: "We mend *everything*." });

  const visitor = await newPerson();
  await visitor.goto("/");
  await visitor.getByRole("link", { name: "Search", exact: true }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Find an event");
  await look(visitor);
  await visitor.getByLabel("What", { exact: true }).fill(`choeur ${word}`);
  await visitor.getByRole("button", { name: "Search" }).click();
  await expect(visitor).toHaveURL(new RegExp(`q=choeur\\+${word}`));
  await expectFound(visitor, `Chœur ${word}`);
  await look(visitor);

  // Two letters changed places.
  const mistyped = `${word.slice(0, 4)}${word[5]}${word[4]}${word.slice(6)}`;
  await visitor.goto(`/search?q=${mistyped}`);
  await expectFound(visitor, `Chœur ${word}`);
  if (mistyped !== word) await expect(visitor.getByText(`Nobody wrote “${mistyped}” here`)).toBeVisible();

  await visitor.goto(`/search?q=${word}+-everything`);
  await expect(visitor.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await look(visitor);
  await visitor.goto(`/search?q=${word}&place=Nowhere`);
  await expect(visitor.getByText("this server does not know where that is")).toBeVisible();
  await expectFound(visitor, `Chœur ${word}`);
  await visitor.goto(`/search?q=${word}+-everything&place=Nowhere`);
  await expect(visitor.getByRole("link", { name: "Look at what is past" })).toBeVisible();
  await expect(visitor.getByRole("link", { name: "Look within" })).toHaveCount(0);
});

test("filters unfold, stand in the address, and can be taken back one by one @nojs", async ({
  page,
  newPerson,
}) => {
  const word = newWord();
  await signUp(page, somebody("Ada"));
  await announce(page, { title: `Repairs ${word}` });

  const visitor = await newPerson();
  await visitor.goto(`/search?q=${word}`);
  await expectFound(visitor, `Repairs ${word}`);
  await visitor.getByText("More filters").click();
  await visitor.getByLabel("From").fill(`${year}-06-18`);
  await visitor.getByLabel("To", { exact: true }).fill(`${year}-06-18`);
  await visitor.getByLabel("Tag", { exact: true }).fill("repair");
  await visitor.getByLabel("Music").check();
  await visitor.getByRole("button", { name: "Search" }).click();
  await expect(visitor.getByRole("heading", { name: "Nothing found" })).toBeVisible();

  await visitor.getByRole("link", { name: "Remove this filter: Music" }).click();
  await expectFound(visitor, `Repairs ${word}`);
  expect(new URL(visitor.url()).searchParams.get("from")).toBe(`${year}-06-18`);
  await look(visitor);
  await visitor.getByRole("link", { name: "Start again" }).click();
  await expect(visitor).toHaveURL(/\/search$/);

  const answer = await visitor.goto(`/search?q=${word}&when=yesterday&page=99&from=2026-02-31`);
  expect(answer?.status()).toBe(200);
  await expect(visitor.getByText("makes no sense here and was passed over: when, from, page")).toBeVisible();
  await expectFound(visitor, `Repairs ${word}`);
});

test("a month and a week show what is on, and lead on and back @nojs", async ({ page, newPerson }) => {
  const word = newWord();
  await signUp(page, somebody("Ada"));
  for (const number of [1, 2, 3, 4]) await announce(page, { title: `Walk ${number} ${word}` });

  const visitor = await newPerson();
  await visitor.goto(`/search?q=${word}&view=month&date=${year}-06-01`);
  await expect(visitor.getByRole("heading", { level: 2 })).toHaveText(`June ${year}`);
  const day = visitor.getByRole("cell", { name: "18 June" });
  await expect(async () => {
    await visitor.reload();
    await expect(day.getByRole("listitem")).toHaveCount(3, { timeout: 1000 });
  }).toPass();
  await look(visitor);
  await visitor.getByRole("link", { name: "Next month" }).click();
  await expect(visitor.getByRole("heading", { level: 2 })).toHaveText(`July ${year}`);
  await visitor.getByRole("link", { name: "Previous month" }).click();
  await day.getByRole("link", { name: "1 more event" }).click();
  await expect(visitor.getByRole("main").getByRole("article")).toHaveCount(4);
  expect(new URL(visitor.url()).searchParams.get("to")).toBe(`${year}-06-18`);

  await visitor.goto(`/search?q=${word}&view=week&date=${year}-06-18`);
  await expect(visitor.getByRole("cell", { name: "18 June" }).getByRole("listitem")).toHaveCount(4);
  await look(visitor);
});

test("an address that is pasted leads there, as far as it is here @nojs", async ({ page, newPerson }) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  const path = await announce(page, { title: "Night walk" });

  const visitor = await newPerson();
  await ask(visitor, new URL(path, page.url()).href);
  await expect(visitor).toHaveURL(path);
  await ask(visitor, `@${ada.handle}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(ada.name);
  await ask(visitor, "@somebody@elsewhere.example");
  await expect(visitor.getByText("is not known here yet")).toBeVisible();
});

async function ask(page: Page, words: string) {
  await page.goto("/search");
  await page.getByLabel("What", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Search" }).click();
}

/** The index is written a moment after the event. */
async function expectFound(page: Page, title: string) {
  await expect(async () => {
    const found = page.getByRole("main").getByRole("link", { name: title });
    if (!(await found.isVisible())) await page.reload();
    await expect(found).toBeVisible({ timeout: 1000 });
  }).toPass();
}
