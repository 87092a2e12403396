import type { Buffer } from "node:buffer";
import sharp from "sharp";
import { announce, fillEvent } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("makes a second identity with a picture, and switches in the header @nojs", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada Marchand");
  const climber = somebody("La Grimpe");
  await signUp(page, ada);

  await page.goto("/my/identities/new");
  await look(page);
  await page.getByLabel("Name", { exact: true }).fill(climber.name);
  await page.getByLabel("Handle").fill(climber.handle);
  await page.getByLabel("About this identity (optional)").fill("Climbing, **gently**.");
  await page.getByLabel("Picture (optional)").setInputFiles({
    name: "me.jpg",
    mimeType: "image/jpeg",
    buffer: await portrait(),
  });
  await page.getByRole("button", { name: "Create this identity" }).click();
  await expect(page.getByText("The identity is there")).toBeVisible();
  await look(page);
  await expect(page.locator("summary.who")).toContainText(climber.name);

  await page.goto("/about");
  await page.locator("summary.who").click();
  await page.getByRole("button", { name: `Act as ${ada.name}` }).click();
  await expect(page.locator("summary.who")).toContainText(ada.name);
  expect(new URL(page.url()).pathname).toBe("/about");

  const visitor = await newPerson();
  await expect(async () => {
    await visitor.goto(`/@${climber.handle}`);
    await expect(visitor.locator("main img").first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(visitor.locator("strong", { hasText: "gently" })).toBeVisible();
  await look(visitor);
  expect(await visitor.content()).not.toContain(ada.handle);
});

test("publishes as the identity that the form names, and decides as it whichever acts now", async ({
  page,
}) => {
  const ada = somebody("Ada Marchand");
  const climber = somebody("La Grimpe");
  await signUp(page, ada);
  await page.goto("/my/identities/new");
  await page.getByLabel("Name", { exact: true }).fill(climber.name);
  await page.getByLabel("Handle").fill(climber.handle);
  await page.getByRole("button", { name: "Create this identity" }).click();
  await expect(page.getByText("The identity is there")).toBeVisible();
  const path = await announce(page, { title: "Climbing morning", approval: true });
  await expect(page.getByRole("link", { name: climber.name }).first()).toBeVisible();

  await page.locator("summary.who").click();
  await page.getByRole("button", { name: `Act as ${ada.name}` }).click();
  await expect(page.locator("summary.who")).toContainText(ada.name);
  await page.goto(`${path}/participants`);
  await expect(page.getByText(`You decide as ${climber.name}.`)).toBeVisible();
  await look(page);

  await page.goto(path);
  await expect(page.getByRole("heading", { name: "You announced this" })).toBeVisible();
  await page.getByText("Take part as another identity too").click();
  await expect(page.locator(".acting", { hasText: ada.name })).toBeVisible();
  await look(page);
});

test("acts once as another identity; the page of the event remembers which one @nojs", async ({ page }) => {
  const ada = somebody("Ada Marchand");
  const climber = somebody("La Grimpe");
  await signUp(page, ada);
  await page.goto("/my/identities/new");
  await page.getByLabel("Name", { exact: true }).fill(climber.name);
  await page.getByLabel("Handle").fill(climber.handle);
  await page.getByRole("button", { name: "Create this identity" }).click();
  await expect(page.locator("summary.who")).toContainText(climber.name);

  await page.goto("/events/new");
  await page.getByLabel("Announce as").selectOption(ada.handle);
  await page.getByLabel("Title").fill("Repair café");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved.")).toBeVisible();
  await expect(page.locator("summary.who")).toContainText(climber.name);
  await fillEvent(page, { title: "Repair café" });
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { name: "You announced this" })).toBeVisible();
  await expect(page.locator("summary.who")).toContainText(climber.name);

  await page.getByText("Take part as another identity too").click();
  await page.getByRole("button", { name: "Take part", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You are going" })).toBeVisible();
  await expect(page.locator(".standings")).toContainText(climber.name);
});

function portrait(): Promise<Buffer> {
  const background = { r: 180, g: 67, b: 31 };
  return sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
