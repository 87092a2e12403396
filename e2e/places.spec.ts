import type { Page } from "@playwright/test";
import { fillEvent } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { test } from "./support/places-town";
import { expect } from "./support/test";

test.describe.configure({ mode: "default" });

const hasScripts = () => test.info().project.use.javaScriptEnabled !== false;

test("finds the address, keeps what was typed, and shows where it is @nojs", async ({ page, newPerson }) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Ball under the lime trees" });
  await page.getByLabel("Find a place").fill("cours des alliés");
  await choosePlace(page, /^6 Cours des Alliés/);

  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Ball under the lime trees");
  await expect(page.getByLabel("Place (optional)")).toHaveValue("Maison des Associations");
  await expect(page.getByLabel("Address", { exact: false }).first()).toHaveValue("6 Cours des Alliés");
  await expect(page.getByLabel("Postal code")).toHaveValue("35000");
  await expect(page.getByLabel("Town")).toHaveValue("Rennes");
  await expect(page.getByLabel("Country")).toHaveValue("FR");
  await page.getByText("Exact position").click();
  await expect(page.getByLabel("Latitude")).toHaveValue("48.105");
  if (hasScripts()) await look(page);
  await page.getByRole("button", { name: "Publish" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ball under the lime trees");
  const path = new URL(page.url()).pathname;
  const visitor = await newPerson();
  await visitor.goto(path);
  const place = visitor.locator(".p-location");
  await expect(place).toContainText("6 Cours des Alliés, 35000 Rennes");
  await expect(place.getByRole("link", { name: "Directions" })).toHaveAttribute(
    "href",
    "https://www.openstreetmap.org/directions?to=48.105%2C-1.674",
  );
  await expect(place.getByRole("link", { name: "Open in a map app" })).toHaveAttribute(
    "href",
    /^geo:48\.105,-1\.674/,
  );
  await expect(place.getByRole("link", { name: "OpenStreetMap" })).toHaveAttribute(
    "href",
    /#map=18\/48\.105\/-1\.674/,
  );
  await look(visitor);

  await page.goto(`${path}/edit`);
  await expect(page.getByLabel("Town")).toHaveValue("Rennes");
  await expect(page.getByLabel("Address", { exact: false }).first()).toHaveValue("6 Cours des Alliés");
});

test("says when nothing is found, and offers places of public events to others @nojs", async ({
  page,
  newPerson,
}) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await page.getByLabel("Title", { exact: true }).fill("Ball");
  await page.getByLabel("Find a place").fill("Atlantis");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("Nothing found. You can type the address by hand.")).toBeVisible();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Ball");

  const hall = "Lime Hall";
  await announceAt(page, hall, { hidden: false });
  await announceAt(page, `${hall} home`, { hidden: true });
  const grace = await newPerson();
  await signUp(grace, somebody("Grace"));
  await grace.goto("/events/new");
  await grace.getByLabel("Find a place").fill(hall);
  if (hasScripts()) await expect(found(grace)).toHaveCount(1);
  else {
    await grace.getByRole("button", { name: "Find", exact: true }).click();
    await expect(grace.locator("input[name=foundPlace]")).toHaveCount(1);
  }
  await choosePlace(grace, new RegExp(`^${hall}`));
  await expect(grace.getByLabel("Place (optional)")).toHaveValue(hall);
  await expect(grace.getByLabel("Town")).toHaveValue("Rennes");
});

test("takes what keys choose, and leaves the form alone on Escape", async ({ page }) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  const field = page.getByRole("combobox", { name: "Find a place" });
  await field.fill("Verdun");
  await expect(found(page)).toHaveCount(2);
  await field.press("Escape");
  await expect(found(page)).toHaveCount(0);
  await field.press("Enter");
  await expect(found(page)).toHaveCount(2);
  await look(page);
  await field.press("ArrowUp");
  await expect(found(page).filter({ hasText: "8 Rue de Verdun" })).toHaveAttribute("aria-selected", "true");
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page.getByLabel("Address", { exact: false }).first()).toHaveValue("6 Rue de Verdun");
  await expect(page.getByText("Filled in below.")).toBeVisible();
  await expect(field).toBeFocused();
  await expect(page).toHaveURL(/\/events\/new$/);
});

test("shows a map after a click that says from whom, and asks nobody before", async ({
  page,
  newPerson,
  town,
}) => {
  await signUp(page, somebody("Ada"));
  const path = await announceAt(page, "Town hall", { hidden: false, point: true });
  const visitor = await newPerson();
  const answer = await visitor.goto(path);
  const host = new URL(town.tiles.origin).host;
  expect(answer?.headers()["content-security-policy"]).toContain(
    `img-src 'self' data: ${town.tiles.origin};`,
  );
  expect((await visitor.request.get("/")).headers()["content-security-policy"]).not.toContain(host);

  for (const reader of [visitor, page]) {
    await reader.goto(path);
    await expect(reader.getByText(`The map comes from ${host}`)).toBeVisible();
    await reader.waitForLoadState("networkidle");
    const before = town.tiles.asked.length;
    await reader.getByRole("button", { name: "Show the map" }).click();
    await expect(reader.getByRole("region", { name: "Map of Town hall" })).toBeFocused();
    await expect(reader.locator("img.leaflet-tile-loaded").first()).toBeVisible();
    await expect(reader.getByRole("link", { name: "OpenStreetMap", exact: true })).toBeVisible();
    await expect(reader.locator(".leaflet-control-attribution")).toContainText("contributors <b>");
    expect(town.tiles.asked.length).toBeGreaterThan(before);
    await look(reader);
  }
  expect(town.tiles.asked.every(({ headers }) => headers.referer === `${town.app.origin}/`)).toBe(true);
});

test("sets a pin with mouse and keys, and shows none of a hidden address", async ({ page, newPerson }) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Picnic" });
  await page.getByText("Exact position").click();
  await page.getByLabel("Latitude").fill("48,1");
  await page.getByLabel("Longitude").fill("-1.6");
  await page.getByRole("button", { name: "Set a pin on the map" }).click();
  const sheet = page.getByRole("region", { name: "Map to set the pin on" });
  await expect(sheet.locator(".map-needle")).toHaveCount(1);
  await sheet.click({ position: { x: 150, y: 150 } });
  await expect(page.getByLabel("Latitude")).toHaveValue(/^48\.10\d{4}$/);
  await sheet.focus();
  await sheet.press("Enter");
  await expect(page.getByLabel("Latitude")).toHaveValue("48.100000");
  await expect(page.getByLabel("Longitude")).toHaveValue("-1.600000");
  await look(page);
  await page.getByLabel(/Only people who take part/).check();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Picnic");
  await expect(page.getByRole("button", { name: "Show the map" })).toBeVisible();

  const visitor = await newPerson();
  await visitor.goto(new URL(page.url()).pathname);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Picnic");
  await expect(visitor.getByRole("button", { name: "Show the map" })).toHaveCount(0);
  const html = await (await visitor.request.get(visitor.url())).text();
  for (const secret of ["48.1000", "-1.6000", "Alliés"]) expect(html).not.toContain(secret);
});

test("refuses what is no position beside its field, and keeps it @nojs", async ({ page }) => {
  await signUp(page, somebody("Ada"));
  await page.goto("/events/new");
  await fillEvent(page, { title: "Picnic" });
  await page.getByText("Exact position").click();
  await page.getByLabel("Latitude").fill("91");
  await page.getByLabel("Longitude").fill("2");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(/Write degrees like 48\.1098/).first()).toBeVisible();
  await expect(page.getByLabel("Latitude")).toHaveValue("91");
  await page.getByLabel("Latitude").fill("");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("A position needs both latitude and longitude.").first()).toBeVisible();
});

test("answers only those who are signed in", async ({ request }) => {
  expect((await request.get("/api/places?q=alli")).status()).toBe(401);
});

function found(page: Page) {
  return page.getByRole("listbox", { name: "Places found" }).getByRole("option");
}

async function choosePlace(page: Page, name: RegExp) {
  if (hasScripts()) return found(page).filter({ hasText: name }).click();
  if ((await page.locator("input[name=foundPlace]").count()) === 0)
    await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByRole("radio", { name }).check();
  await look(page);
  await page.getByRole("button", { name: "Use this place" }).click();
}

async function announceAt(
  page: Page,
  place: string,
  { hidden, point }: { hidden: boolean; point?: boolean },
) {
  await page.goto("/events/new");
  await fillEvent(page, { title: `Ball at ${place}` });
  await page.getByLabel("Place (optional)").fill(place);
  await page.getByLabel("Address", { exact: false }).first().fill("2 rue Basse");
  await page.getByLabel("Postal code").fill("35000");
  await page.getByLabel("Town").fill("Rennes");
  if (point) {
    await page.getByText("Exact position").click();
    await page.getByLabel("Latitude").fill("48.1");
    await page.getByLabel("Longitude").fill("-1.6");
  }
  if (hidden) await page.getByLabel(/Only people who take part/).check();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Ball at ${place}`);
  return new URL(page.url()).pathname;
}
