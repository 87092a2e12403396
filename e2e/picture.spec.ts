import sharp from "sharp";
import { fillEvent } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("an event's picture is made small, loses where it was taken, and is described @nojs", async ({
  page,
  newPerson,
}) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Seed swap and soup" });
  const picture = { name: "soup.jpg", mimeType: "image/jpeg", buffer: await photograph() };
  await page.locator("input[name=picture]").setInputFiles(picture);
  await page.locator("input[name=pictureAlt]").fill("A pot of soup");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Seed swap and soup");
  const path = new URL(page.url()).pathname;

  const visitor = await newPerson();
  const shown = visitor.getByRole("img", { name: "A pot of soup" });
  await expect(async () => {
    await visitor.goto(path);
    await expect(shown).toBeVisible({ timeout: 1000 });
  }).toPass();
  await look(visitor);
  const source = (await shown.getAttribute("src")) ?? "";
  const file = await visitor.request.get(source);
  const { format, exif, width = 0 } = await sharp(await file.body()).metadata();
  expect({ format, exif }).toEqual({ format: "webp", exif: undefined });
  expect(width).toBeLessThanOrEqual(1600);
});

test("a file that is no picture is refused, and what was typed stays", async ({ page }) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Seed swap" });
  const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await page
    .locator("input[name=picture]")
    .setInputFiles({ name: "soup.jpg", mimeType: "image/jpeg", buffer: script });
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("We take no SVG files").first()).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Seed swap");
  await page.goto("/my/events?tab=drafts");
  await expect(page.getByRole("link", { name: "Seed swap" })).toHaveCount(0);
});

test("whoever uploaded a picture that was cut off on its way is told so, and nobody else @nojs", async ({
  page,
  newPerson,
}) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Half a soup" });
  const whole = await photograph();
  const buffer = whole.subarray(0, Math.floor(whole.length / 2));
  await page.locator("input[name=picture]").setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer });
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Half a soup");
  const path = new URL(page.url()).pathname;

  const told = "The last picture could not be used";
  for (const own of [path, `${path}/edit`]) {
    await expect(async () => {
      await page.goto(own);
      await expect(page.getByText(told)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await look(page);
  }
  const visitor = await newPerson();
  await visitor.goto(path);
  await expect(visitor.getByText(told)).toHaveCount(0);
});

function photograph(): Promise<Buffer> {
  const background = { r: 47, g: 107, b: 69 };
  return sharp({ create: { width: 2400, height: 1500, channels: 3, background } })
    .withExif({ IFD3: { GPSLatitude: "48/1 51/1 0/1", GPSLatitudeRef: "N" } })
    .jpeg()
    .toBuffer();
}
