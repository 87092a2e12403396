import { announce } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("every page holds in French, in the dark and on a phone @nojs", async ({
  page,
  newPerson,
  isMobile: _,
}) => {
  test.setTimeout(180_000);
  const ada = somebody("Ada Marchand");
  await signUp(page, ada);
  const path = await announce(page, { title: "Repair café", approval: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  const own = [
    "/",
    path,
    `${path}/edit`,
    `${path}/participants`,
    "/events/new",
    "/my/events",
    "/my/identities",
    "/my/settings",
    "/my/notifications",
    "/welcome",
  ];
  for (const each of [
    ...own,
    "/my/identities/new",
    `/my/identities/${ada.handle}`,
    `/@${ada.handle}`,
    "/about",
  ]) {
    await page.goto(each);
    await look(page);
    await expectNoOverflow(page);
  }

  const visitor = await newPerson();
  await visitor.setViewportSize({ width: 390, height: 844 });
  await visitor.goto("/");
  await visitor.getByRole("button", { name: "Français" }).click();
  await expect(visitor.locator("html")).toHaveAttribute("lang", "fr");
  await visitor.getByRole("button", { name: "Sombre" }).click();
  await expect(visitor.locator("html")).toHaveAttribute("data-theme", "dark");
  for (const each of [
    "/",
    path,
    `/@${ada.handle}`,
    "/about",
    "/sign-in",
    "/sign-up",
    "/sign-up/check-your-mail",
  ]) {
    await visitor.goto(each);
    await expect(visitor.locator("html")).toHaveAttribute("data-theme", "dark");
    await look(visitor);
    await expectNoOverflow(visitor);
  }
});

test("an address that leads nowhere says so kindly, to visitors and to members @nojs", async ({
  page,
  newPerson,
}) => {
  const visitor = await newPerson();
  await signUp(page, somebody("Ada"));
  for (const reader of [visitor, page]) {
    for (const path of ["/nowhere", "/events/aaaaaaaaaaaaaa", "/@nobody_at_all", "/v/en", "/m/en/about"]) {
      const answer = await reader.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Nothing here");
    }
    await look(reader);
  }
});

async function expectNoOverflow(page: import("@playwright/test").Page) {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, `width of ${page.url()}`).toBeLessThanOrEqual(client);
}
