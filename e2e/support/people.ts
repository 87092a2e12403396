import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { linkIn, mailTo } from "./mailbox";
import { submit } from "./submit";

export type Person = { email: string; password: string; name: string; handle: string };

/** Somebody whom this server has never seen. */
export function somebody(name: string): Person {
  const handle = `${name.toLowerCase().replace(/[^a-z]/g, "")}_${randomBytes(3).toString("hex")}`;
  return { email: `${handle}@example.org`, password: `the bells of ${handle}`, name, handle };
}

/** Has an account and is signed in, without a page being opened: what most stories begin with. */
export async function signUp(page: Page, { email, password, name, handle }: Person): Promise<void> {
  await submit(page, "/sign-up", { email, password, name, handle, zone: "Europe/Paris" });
  const link = linkIn(await mailTo(email, /confirm/i), "/confirm/");
  await submit(page, link, { token: link.split("/").at(-1)! });
}

/** Signs up, opens the mailed link and confirms: signed in after it. */
export async function signUpByHand(page: Page, person: Person): Promise<void> {
  await askToSignUp(page, person);
  const mail = await mailTo(person.email, /confirm/i);
  await page.goto(linkIn(mail, "/confirm/"));
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(page.getByText("Welcome! You are signed in.")).toBeVisible();
}

/** Signs up, and leaves the mailed link where it is. */
export async function askToSignUp(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByLabel("Name", { exact: true }).fill(person.name);
  await page.getByLabel("Handle").fill(person.handle);
  await page.getByRole("main").getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
}

type Known = Pick<Person, "email" | "password">;

export async function signIn(page: Page, person: Known): Promise<void> {
  await tryToSignIn(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Types address and password; what comes of it is the caller's business. */
export async function tryToSignIn(page: Page, { email, password }: Known): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The header is the one of somebody signed in. */
export async function expectSignedIn(page: Page): Promise<void> {
  await page.goto("/about");
  await expect(page.locator("summary.who")).toBeVisible();
}

export async function expectSignedOut(page: Page): Promise<void> {
  await page.goto("/my/events");
  await expect(page).toHaveURL(/sign-in/);
}
