import type { Page } from "@playwright/test";
import { fillEvent } from "./support/events";
import { newWord } from "./support/faces";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { test } from "./support/places-town";
import { expect } from "./support/test";

test("a map shows where it is, and asks nobody before a click; the list tells the same @nojs", async ({
  page,
  newPerson,
  town,
}) => {
  const word = newWord();
  await signUp(page, somebody("Ada"));
  for (const title of [`Ball ${word}`, `Concert ${word}`])
    await announceAt(page, title, ["48.105", "-1.674"]);
  await announceAt(page, `Market ${word}`, ["47.218", "-1.554"]);

  const visitor = await newPerson();
  const before = town.tiles.asked.length;
  await expect(async () => {
    await visitor.goto(`/search?q=${word}&view=map`);
    await expect(visitor.getByRole("main").getByRole("article")).toHaveCount(3, { timeout: 1000 });
  }).toPass();
  await look(visitor);
  const show = visitor.getByRole("button", { name: "Show the map" });
  if (test.info().project.use.javaScriptEnabled === false) return expect(show).toBeHidden();

  await expect(visitor.getByText(`Its pictures come from ${new URL(town.tiles.origin).host}`)).toBeVisible();
  expect(town.tiles.asked).toHaveLength(before);
  await show.click();
  const map = visitor.getByRole("region", { name: "Map of the events found" });
  await expect(map.getByRole("button", { name: `Market ${word}` })).toBeVisible();
  await expect.poll(() => town.tiles.asked.length).toBeGreaterThan(before);
  await look(visitor);
  await map.getByRole("button", { name: "2 events" }).focus();
  await visitor.keyboard.press("Enter");
  await expect(map.getByRole("link", { name: `Ball ${word}` })).toBeVisible();
  await map.getByRole("link", { name: `Concert ${word}` }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(`Concert ${word}`);
});

async function announceAt(page: Page, title: string, [latitude, longitude]: [string, string]) {
  await page.goto("/events/new");
  await fillEvent(page, { title });
  await page.getByText("Exact position").click();
  await page.getByLabel("Latitude").fill(latitude);
  await page.getByLabel("Longitude").fill(longitude);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}
