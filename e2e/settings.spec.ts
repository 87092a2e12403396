import type { Page } from "@playwright/test";
import { look } from "./support/look";
import { type Person, signIn, signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("language, time zone and colours are kept, and go along to another device @nojs", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  await page.goto("/my/settings");
  await look(page);

  await section(page, "Language").getByRole("combobox").selectOption("fr");
  await section(page, "Language").getByRole("button", { name: "Save" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await look(page);

  await section(page, "Fuseau horaire").getByRole("combobox").selectOption("Asia/Tokyo");
  await section(page, "Fuseau horaire").getByRole("button", { name: "Enregistrer" }).click();
  await expect(section(page, "Fuseau horaire").getByText("C’est enregistré.")).toBeVisible();
  await page.reload();
  await expect(section(page, "Fuseau horaire").getByRole("combobox")).toHaveValue("Asia/Tokyo");

  await section(page, "Couleurs").getByRole("radio", { name: "Sombre" }).check();
  await section(page, "Couleurs").getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await look(page);

  const other = await newPerson();
  await signIn(other, ada);
  await other.goto("/about");
  await expect(other.locator("html")).toHaveAttribute("lang", "fr");
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
  await other.locator("summary.who").click();
  await other.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(other.locator("summary.who")).toHaveCount(0);
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the switch in the footer is kept by the account too @nojs", async ({ page, newPerson }) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  await page.goto("/about");
  await page.getByRole("contentinfo").getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/my/settings");
  await expect(section(page, "Colours").getByRole("radio", { name: "Dark" })).toBeChecked();

  const other = await newPerson();
  await signIn(other, ada);
  await expect(other.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("one searches the zones, and takes the one of this device with one click", async ({ page }) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/my/settings");
  const zone = section(page, "Time zone");
  await expect(zone.getByText("This device is in another zone")).toHaveCount(0);

  await zone.getByLabel("Find a city").fill("sao paulo");
  await expect(zone.getByText("In the list: 1")).toBeVisible();
  await expect(zone.getByRole("combobox")).toHaveValue("America/Sao_Paulo");
  await zone.getByRole("button", { name: "Save" }).click();
  await expect(zone.getByText("Saved.")).toBeVisible();

  await expect(zone.getByText("This device is in another zone: Paris (UTC+")).toBeVisible();
  await look(page);
  await zone.getByRole("button", { name: "Take it" }).click();
  await expect(zone.getByText("This device is in another zone")).toHaveCount(0);
  await page.reload();
  await expect(zone.getByRole("combobox")).toHaveValue("Europe/Paris");
});

test("a place is typed, changed and forgotten @nojs", async ({ page }) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/my/settings");
  const home = section(page, "Your place");
  await home.getByRole("button", { name: "Save my place" }).click();
  await expect(home.getByText("Type a place, or let this device say where you are.").first()).toBeVisible();

  await home.getByLabel("Town or region").fill("Rennes");
  await home.getByLabel("How far around").fill("40");
  await home.getByRole("button", { name: "Save my place" }).click();
  await expect(home.getByText("Your place is saved, roughly.")).toBeVisible();
  await page.reload();
  await expect(home.getByLabel("Town or region")).toHaveValue("Rennes");
  await expect(home.getByLabel("How far around")).toHaveValue("40");
  await look(page);

  await home.getByRole("button", { name: "Forget my place" }).click();
  await expect(home.getByText("Forgotten.")).toBeVisible();
  await expect(home.getByLabel("Town or region")).toHaveValue("");
  await expect(home.getByRole("button", { name: "Forget my place" })).toHaveCount(0);
});

test("where the device is leaves the browser only roughly", async ({ page, context }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 48.11734, longitude: -1.67789 });
  await signUp(page, somebody("Ada"));
  await page.goto("/my/settings");
  const home = section(page, "Your place");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));

  await home.getByRole("button", { name: "Use where I am now" }).click();
  await expect(home.getByText("Found, to about 10 km.")).toBeVisible();
  await home.getByRole("button", { name: "Save my place" }).click();
  await expect(home.getByText("Your place is saved, roughly.")).toBeVisible();
  await expect(home.getByText("A point near there is kept: 48.1; -1.7.")).toBeVisible();
  expect(sent.join("\n")).toContain("48.1");
  expect(sent.join("\n")).not.toMatch(/48\.11|1\.67/);
});

test("a device that tells nothing is no obstacle", async ({ page, context }) => {
  await context.clearPermissions();
  await signUp(page, somebody("Ada"));
  await page.goto("/my/settings");
  const home = section(page, "Your place");
  await home.getByRole("button", { name: "Use where I am now" }).click();
  await expect(home.getByText("This device did not tell.")).toBeVisible({ timeout: 25_000 });
});

test("one starts as the identity of one’s choice @nojs", async ({ page }) => {
  const [ada, climber] = [somebody("Ada Marchand"), somebody("La Grimpe")];
  await signUp(page, ada);
  await addIdentity(page, climber);
  await page.goto("/my/settings");
  await look(page);
  const start = section(page, "When you sign in");
  await expect(start.getByRole("radio", { name: ada.name })).toBeChecked();
  await start.getByRole("radio", { name: climber.name }).check();
  await start.getByRole("button", { name: "Save" }).click();
  await expect(start.getByText("Saved.")).toBeVisible();

  await page.locator("summary.who").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.locator("summary.who")).toHaveCount(0);
  await signIn(page, ada);
  await expect(page.locator("summary.who")).toContainText(climber.name);
});

test("whoever is signed out is asked to sign in, and comes back @nojs", async ({ page, newPerson }) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  const visitor = await newPerson();
  for (const path of ["/my/settings", "/my/notifications", "/welcome"]) {
    await visitor.goto(path);
    await expect(visitor).toHaveURL(new RegExp(`/sign-in\\?back=${encodeURIComponent(path)}`));
  }
});

function section(page: Page, title: string) {
  return page.getByRole("region", { name: title });
}

async function addIdentity(page: Page, { name, handle }: Person) {
  await page.goto("/my/identities/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Handle").fill(handle);
  await page.getByRole("button", { name: "Create this identity" }).click();
  await expect(page.getByText("The identity is there")).toBeVisible();
}
