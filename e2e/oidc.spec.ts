import type { Locator, Page } from "@playwright/test";
import { look } from "./support/look";
import { linkIn, mailTo } from "./support/mailbox";
import type { Known } from "./support/oidc-provider";
import { test } from "./support/oidc-town";
import { signUp, somebody } from "./support/people";
import { expect } from "./support/test";

test.describe.configure({ mode: "default" });

test("comes from a provider, chooses a name, and is known the next time @nojs", async ({ page, town }) => {
  const ada = somebody("Ada");
  town.maison.people.push({ ...known(ada), email_verified: true });
  await page.goto("/sign-up");
  await look(page);
  await comeFrom(page, "Maison des Associations", ada.handle);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
  await expect(page.getByRole("main")).toContainText(ada.email);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(ada.handle);
  await look(page);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("Handle").fill("admin");
  await create(page);
  await expect(page.getByText("This handle is taken. Try another one.").first()).toBeVisible();
  await page.getByLabel("Handle").fill(ada.handle);
  await create(page);
  await expect(page.locator("summary.who")).toContainText("Ada");

  await signOut(page);
  await page.goto("/my/identities");
  await expect(page).toHaveURL(/sign-in/);
  await look(page);
  await comeFrom(page, "Maison des Associations", ada.handle);
  await expect(page).toHaveURL(/\/my\/identities$/);
  await expect(page.getByRole("main").getByText(`@${ada.handle}`).first()).toBeVisible();
});

test("signs in to the account with the address that the provider calls verified", async ({ page, town }) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  await signOut(page);

  town.club.people.push({ ...known(ada), email_verified: true });
  await page.goto("/sign-in");
  await comeFrom(page, "Bicycle Club", ada.handle);
  await expect(page.locator("summary.who")).toContainText(ada.name);
});

test("an address that is not verified opens no account, and is confirmed by mail @nojs", async ({
  page,
  town,
}) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  await signOut(page);
  const mallory = { sub: somebody("x").handle, name: "Mallory", email: ada.email };
  town.maison.people.push(mallory);

  await page.goto("/sign-in");
  await comeFrom(page, "Maison des Associations", "Mallory");
  await look(page);
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByLabel("Handle").fill(mallory.sub);
  await create(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
  await mailTo(ada.email, /already have an account/);

  const own = `${mallory.sub}@example.org`;
  await page.goto("/sign-in");
  await comeFrom(page, "Maison des Associations", "Mallory");
  await page.getByLabel("E-mail address").fill(own);
  await page.getByLabel("Handle").fill(mallory.sub);
  await create(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
  await page.goto("/sign-in");
  await comeFrom(page, "Maison des Associations", "Mallory");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more step");
  await page.goto(linkIn(await mailTo(own, /confirm/i), "/confirm/"));
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(page.locator("summary.who")).toContainText("Mallory");
});

test("a provider that brings nobody new says so, and one that is away too @nojs", async ({ page, town }) => {
  const ada = somebody("Ada");
  town.club.people.push({ ...known(ada), email_verified: true });
  await page.goto("/sign-in");
  await comeFrom(page, "Bicycle Club", ada.handle);
  await expect(refusal(page)).toContainText("No account here belongs to that account");
  await look(page);

  await page.getByRole("link", { name: "Sign in with Bicycle Club" }).click();
  await page.getByRole("link", { name: "Turn back" }).click();
  await expect(refusal(page)).toContainText("did not let you in");
  await page.getByRole("link", { name: "Sign in with Nobody" }).click();
  await expect(refusal(page)).toContainText("does not answer");
});

test("links another way in, and takes it away again, but never the last @nojs", async ({ page, town }) => {
  const ada = somebody("Ada");
  const elsewhere = somebody("elsewhere");
  town.maison.people.push(known(elsewhere));
  town.club.people.push(known(elsewhere));
  await signUp(page, ada);

  await page.goto("/my/security");
  await page.getByRole("link", { name: "Link Maison des Associations" }).click();
  await page.getByRole("link", { name: `Go on as ${elsewhere.handle}` }).click();
  await expect(page.getByText("From now on you can sign in with it too")).toBeVisible();
  await look(page);
  await signOut(page);
  await page.goto("/sign-in");
  await comeFrom(page, "Maison des Associations", elsewhere.handle);
  await expect(page.locator("summary.who")).toContainText(ada.name);

  await page.goto("/my/security");
  await page.getByRole("link", { name: "Unlink Maison des Associations" }).click();
  await look(page);
  await page.getByRole("button", { name: "Unlink Maison des Associations" }).click();
  await expect(page.getByText("You can’t sign in with it any more.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Link Maison des Associations" })).toBeVisible();
});

test("an account without password keeps its last way in", async ({ page, town }) => {
  const ada = somebody("Ada");
  town.maison.people.push({ ...known(ada), email_verified: true });
  await page.goto("/sign-in");
  await comeFrom(page, "Maison des Associations", ada.handle);
  await page.getByLabel("Handle").fill(ada.handle);
  await create(page);
  await expect(page.locator("summary.who")).toBeVisible();

  await page.goto("/my/security");
  await expect(page.getByText("This is your only way to sign in")).toBeVisible();
  await expect(page.getByRole("link", { name: "Unlink Maison des Associations" })).toHaveCount(0);
  await look(page);
});

function known({ handle, email }: { handle: string; email: string }): Known {
  return { sub: handle, name: handle, email };
}

async function comeFrom(page: Page, provider: string, name: string): Promise<void> {
  await page.getByRole("link", { name: `Sign in with ${provider}` }).click();
  await page
    .getByRole("link", { name: `Go on as ${name}` })
    .last()
    .click();
}

/** The framework has an alert of its own, for the titles of pages. */
function refusal(page: Page): Locator {
  return page.getByRole("main").getByRole("alert");
}

async function create(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "Create an account" }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/about");
  await page.locator("summary.who").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
}
