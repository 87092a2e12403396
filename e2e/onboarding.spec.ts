import type { Buffer } from "node:buffer";
import sharp from "sharp";
import { look } from "./support/look";
import { signUpByHand, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("a newcomer sets up identity, place and mails, step by step @nojs", async ({ page }) => {
  const ada = somebody("Ada Marchand");
  await signUpByHand(page, ada);
  await expect(page).toHaveURL(/\/welcome/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How others see you");
  await look(page);
  await page.getByLabel("Picture (optional)").setInputFiles({
    name: "me.jpg",
    mimeType: "image/jpeg",
    buffer: await portrait(),
  });
  await page.getByLabel("About this identity (optional)").fill("I mend **radios**.");
  await page.getByRole("button", { name: "Save and go on" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Language, time and place");
  await look(page);
  await page.getByLabel("Town or region").fill("Rennes");
  await page.getByLabel("Your language").selectOption("fr");
  await page.getByRole("button", { name: "Save and go on" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quels courriels souhaitez-vous ?");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await look(page);
  await page.getByRole("checkbox", { name: "Changements" }).uncheck();
  await page.getByRole("button", { name: "Enregistrer et terminer" }).click();
  await expect(page.getByText("C’est tout.")).toBeVisible();

  await page.goto("/my/events");
  await expect(page.getByText("Vous étiez en train de régler votre compte.")).toHaveCount(0);
  await page.goto("/my/settings");
  await expect(page.getByLabel("Ville ou région")).toHaveValue("Rennes");
  await page.goto("/my/notifications");
  await expect(page.getByRole("checkbox", { name: "Changements" })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Demandes" })).toBeChecked();
  await page.goto(`/@${ada.handle}`);
  await expect(page.locator("strong", { hasText: "radios" })).toBeVisible();
});

test("a newcomer leaves in the middle, is reminded quietly, and goes on @nojs", async ({ page }) => {
  await signUpByHand(page, somebody("Ada"));
  await page.getByRole("button", { name: "Skip this" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Language, time and place");

  await page.goto("/my/events");
  await expect(page.getByText("Next: Language and place.")).toBeVisible();
  await look(page);
  await page.getByRole("link", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Language, time and place");
  await page.getByRole("link", { name: "Identity" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How others see you");
  await page.goto("/welcome?step=notifications");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Language, time and place");

  await page.goto("/my/events");
  await page.getByRole("button", { name: "Never mind" }).click();
  await expect(page.getByText("Next: Language and place.")).toHaveCount(0);
  await page.goto("/welcome");
  await expect(page).toHaveURL((url) => url.pathname === "/");
});

test("a newcomer skips it all @nojs", async ({ page }) => {
  await signUpByHand(page, somebody("Ada"));
  await page.getByRole("button", { name: "Skip all of it" }).click();
  await expect(page.getByText("That is all.")).toBeVisible();
  await page.goto("/my/events");
  await expect(page.getByRole("link", { name: "Go on" })).toHaveCount(0);
});

function portrait(): Promise<Buffer> {
  const background = { r: 47, g: 107, b: 69 };
  return sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
