import type { Page } from "@playwright/test";
import sharp from "sharp";
import { announce, fillEvent, unfold } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("a picture in the text is sent, shown to visitors, and taken out again @nojs", async ({
  page,
  newPerson,
}) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Seed swap and soup", description: "There will be soup." });
  await addPicture(page);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Your event is published.")).toBeVisible();
  const path = new URL(page.url()).pathname;

  const visitor = await newPerson();
  const shown = visitor.locator(".e-content").getByRole("img", { name: "A pot of soup" });
  await expect(async () => {
    await visitor.goto(path);
    await expect(shown).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(shown).toHaveAttribute("height", "640");
  await look(visitor);

  await page.goto(`${path}/edit`);
  const description = page.getByLabel("Description (optional)");
  await expect(description).toHaveValue(
    /^There will be soup\.\s+!\[A pot of soup\]\(\/media\/[a-z2-9]{20}\)$/,
  );
  await look(page);
  await description.fill("There will be bread.");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Your changes are saved")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("There will be bread.")).toBeVisible();
  await expect(shown).toHaveCount(0);
});

test("a picture is put into the formatted text, and one that cannot be read is refused", async ({ page }) => {
  await signUp(page, somebody("Ada"));
  const path = await announce(page, { title: "Repair café", description: "Bring **lamps**." });
  await page.goto(`${path}/edit`);
  await page.getByRole("button", { name: "Format the text" }).click();
  const editor = page.getByRole("textbox", { name: "Description", exact: true });
  await expect(editor.locator("strong")).toHaveText("lamps");

  await page.getByRole("button", { name: "Add a picture" }).click();
  const box = page.getByRole("group", { name: "Add a picture" });
  const insert = box.getByRole("button", { name: "Put it into the text" });
  await insert.click();
  await expect(box.getByText("Choose a picture first.")).toBeVisible();
  await look(page);
  const drawn = { name: "soup.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg><script/></svg>") };
  await box.locator("input[type=file]").setInputFiles(drawn);
  await insert.click();
  await expect(box.getByText("We take no SVG files", { exact: false })).toBeVisible();
  await box.locator("input[type=file]").setInputFiles(await soup());
  await box.getByLabel("What does the picture show?").fill("A pot of soup");
  await insert.click();
  const inText = editor.getByRole("img", { name: "A pot of soup" });
  await expect(inText).toBeVisible();
  await expect.poll(() => inText.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1600);

  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Your changes are saved")).toBeVisible();
  await expect(page.locator(".e-content").getByRole("img", { name: "A pot of soup" })).toBeVisible();
  await expect(page.locator(".e-content strong")).toHaveText("lamps");

  await page.goto(`${path}/edit`);
  await page.getByRole("button", { name: "Format the text" }).click();
  await expect(inText).toBeVisible();
});

/** With scripts, where one writes; without them, at the end. */
async function addPicture(page: Page) {
  if (test.info().project.use.javaScriptEnabled === false) {
    await unfold(page, "Picture, category and tags");
    await page.locator("input[name=textPicture]").setInputFiles(await soup());
    await page.locator("input[name=textPictureAlt]").fill("A pot of soup");
    return;
  }
  await page.getByRole("button", { name: "Add a picture" }).click();
  const box = page.getByRole("group", { name: "Add a picture" });
  await box.locator("input[type=file]").setInputFiles(await soup());
  await box.getByLabel("What does the picture show?").fill("A pot of soup");
  await box.getByRole("button", { name: "Put it into the text" }).click();
  await expect(page.getByLabel("Description (optional)")).toHaveValue(/!\[A pot of soup\]/);
}

async function soup() {
  const background = { r: 47, g: 107, b: 69 };
  const buffer = await sharp({ create: { width: 2400, height: 1500, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name: "soup.jpg", mimeType: "image/jpeg", buffer };
}
