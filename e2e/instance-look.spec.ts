import sharp from "sharp";
import { look } from "./support/look";
import { linkIn, mailTo } from "./support/mailbox";
import { somebody } from "./support/people";
import { fillIn, hasScripts, send, test } from "./support/registration-town";
import { expect } from "./support/test";

// They change one server, so they wait for each other.
test.describe.configure({ mode: "default" });

test("colours that can be read, and a logo, for everybody @nojs", async ({ page, boss }) => {
  await boss.goto("/admin/look");
  await look(boss);
  const light = boss.getByLabel("On light pages", { exact: true });
  await light.fill("#f2b33d");
  await boss.getByRole("button", { name: "Save colours" }).click();
  await expect(boss.getByText("On light pages this colour is too pale to be read").first()).toBeVisible();
  await expect(light).toHaveValue("#f2b33d");
  const proposal = boss.getByText("The nearest colour that can be read:");
  await expect(proposal).toBeVisible();
  await look(boss);
  const proposed = (await proposal.locator("code").textContent()) ?? "";
  if (hasScripts()) await boss.getByRole("button", { name: "Use it" }).click();
  else await light.fill(proposed);
  await expect(light).toHaveValue(proposed);
  await boss.getByRole("button", { name: "Save colours" }).click();
  await expect(boss.getByText("The colours are saved.")).toBeVisible();

  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const logo = boss.locator("input[name=logo]");
  await logo.setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: svg });
  await boss.getByRole("button", { name: "Save pictures" }).click();
  await expect(boss.getByText("We take no SVG files").first()).toBeVisible();
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: await wide() });
  await boss.locator("input[name=icon]").setInputFiles({
    name: "icon.png",
    mimeType: "image/png",
    buffer: await wide(),
  });
  await boss.getByRole("button", { name: "Save pictures" }).click();
  await expect(boss.getByText("Logo and icon are saved.")).toBeVisible();
  await look(boss);

  await page.goto("/");
  const brand = page.getByRole("banner").getByRole("img", { name: "Carillon" });
  await expect(brand).toHaveJSProperty("naturalWidth", 300);
  const bell = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue("--bell"),
  );
  expect(bell).toContain(proposed);
  await look(page);
  for (const name of ["icon", "apple-touch-icon"]) {
    const href = await page.locator(`link[rel="${name}"]`).first().getAttribute("href");
    expect((await page.request.get(href ?? "")).headers()["content-type"]).toBe("image/png");
  }

  await boss.getByLabel("Go back to the bell").check();
  await boss.getByLabel("Go back to our icon").check();
  await boss.getByRole("button", { name: "Save pictures" }).click();
  await expect(async () => {
    await page.reload();
    await expect(brand).toHaveCount(0, { timeout: 1000 });
  }).toPass();
});

test("where only staff announces events, members find no way to the form, and are told why @nojs", async ({
  boss,
  newPerson,
}) => {
  const member = await newPerson();
  const grace = somebody("Grace");
  await fillIn(member, grace);
  await send(member);
  await member.goto(linkIn(await mailTo(grace.email, /confirm/i), "/confirm/"));
  await member.getByRole("button", { name: "Confirm my address" }).click();
  await expect(member).not.toHaveURL(/confirm/);
  const announce = member.getByRole("banner").getByRole("link", { name: "Announce" });
  await member.goto("/");
  await expect(announce).toBeVisible();

  await boss.goto("/admin/defaults");
  await look(boss);
  await boss.getByRole("radio", { name: "Only moderators and administrators" }).check();
  await boss.getByRole("button", { name: "Save" }).first().click();
  await expect(boss.getByText("Your changes are saved.")).toBeVisible();
  await expect(boss.getByRole("banner").getByRole("link", { name: "Announce" })).toBeVisible();

  await member.goto("/");
  await expect(announce).toHaveCount(0);
  await member.goto("/events/new");
  await expect(
    member.getByRole("heading", { name: "You cannot announce events here" }).first(),
  ).toBeVisible();
  await look(member);

  await boss.getByRole("radio", { name: "Everybody with an account" }).check();
  await boss.getByRole("button", { name: "Save" }).first().click();
  await expect(async () => {
    await member.goto("/events/new");
    await expect(member.getByLabel("Title")).toBeVisible({ timeout: 1000 });
  }).toPass();
});

function wide(): Promise<Buffer> {
  return sharp({ create: { width: 300, height: 60, channels: 3, background: "#2a4f8f" } })
    .png()
    .toBuffer();
}
