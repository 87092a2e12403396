import type { Page } from "@playwright/test";
import { test } from "./support/demo-town";
import { announce, dayIn } from "./support/events";
import { look } from "./support/look";
import { mailsTo } from "./support/mailbox";
import { expect } from "./support/test";

// They change one server, so they wait for each other.
test.describe.configure({ mode: "default" });

test("be everybody with one click, announce something, read its mail, wipe it all @nojs", async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await expect(page.getByText("This is a demonstration.")).toBeVisible();
  await page.getByRole("link", { name: "Try as…" }).click();
  await look(page);
  await be(page, "Nadia Rossier");
  await page.getByRole("link", { name: "Decide about an advertisement" }).click();
  await expect(page.getByText("LUXURY WATCHES").first()).toBeVisible();
  await page.goto("/demo");
  await be(page, "Léa Fontanel");
  await page.goto("/my/identities");
  await expect(page.getByText("@grimpe_du_soir").first()).toBeVisible();

  await page.goto("/demo");
  await be(page, "Maison du Pont");
  const title = `Kite workshop ${Date.now()}`;
  const path = await announce(page, { title, day: dayIn(30) });

  const visitor = await newPerson();
  await visitor.goto(path);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
  const address = `kite-${Date.now()}@example.org`;
  await takePart(visitor, address);
  await visitor.getByRole("link", { name: "Mails", exact: true }).click();
  await expect(async () => {
    await visitor.reload();
    await expect(visitor.getByText(`To ${address}`)).toBeVisible({ timeout: 500 });
  }).toPass();
  await look(visitor);
  await visitor.getByRole("listitem").filter({ hasText: address }).getByRole("link").click();
  await look(visitor);
  await visitor.getByText("The same as plain text").click();
  await expect(visitor.locator("pre")).toContainText("/answers/confirm/");
  await expect(visitor.frameLocator("iframe").getByText(title).first()).toBeVisible();
  expect(await mailsTo(address)).toEqual([]);

  await page.goto("/demo");
  await expect(page.getByText("Wipe everything now")).toHaveCount(0);
  await be(page, "Claire Bonnard");
  await page.getByText("Wipe everything now").click();
  await page.getByRole("button", { name: "Wipe everything", exact: true }).click();
  await expect(page.getByText("Everything is as it began.")).toBeVisible();
  await expect(page.locator("summary.who")).toHaveCount(0);
  expect((await visitor.goto(path))?.status()).toBe(404);
  await visitor.goto("/demo/mail");
  await expect(visitor.getByText("No mail yet")).toBeVisible();
  await visitor.goto("/");
  await expect(visitor.getByText("Grande tablée du quartier").first()).toBeVisible();
});

test("robots and other servers stay out", async ({ request }) => {
  expect(await (await request.get("/robots.txt")).text()).toContain("Disallow: /\n");
  expect((await request.get("/")).headers()["x-robots-tag"]).toBe("noindex, nofollow");
  const headers = { "content-type": "application/activity+json" };
  expect((await request.post("/inbox", { headers, data: "{}" })).status()).toBe(403);
});

async function be(page: Page, name: string) {
  await page.getByRole("button", { name: `Be ${name}` }).click();
  await expect(page.getByText("That is you")).toBeVisible();
  await expect(page.locator("summary.who")).toContainText(name);
}

async function takePart(page: Page, address: string) {
  await page.locator("summary", { hasText: "Take part" }).first().click();
  await page.locator("input[name=email]").fill(address);
  await page.getByRole("main").getByRole("button", { name: "Take part", exact: true }).click();
  await expect(page).toHaveURL(/\/answers\/sent/);
}
