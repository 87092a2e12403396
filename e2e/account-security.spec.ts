import type { BrowserContext, Page } from "@playwright/test";
import { look } from "./support/look";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import {
  askToSignUp,
  expectSignedIn,
  expectSignedOut,
  signIn,
  signUp,
  somebody,
  tryToSignIn,
} from "./support/people";
import { expect, test } from "./support/test";

const SESSION = "carillon_session";
const newPassword = "other words in a row";

test("asks for another message to confirm, and the answer tells nothing @nojs", async ({ page }) => {
  const ada = somebody("Ada");
  await askToSignUp(page, ada);
  await expect(page.getByText("After 100 seconds")).toBeVisible();
  await tryToSignIn(page, ada);
  await expect(page.getByText("Your address is not confirmed yet").first()).toBeVisible();
  await page.getByRole("link", { name: "Send the message again" }).click();
  await look(page);
  for (const email of [ada.email, somebody("nobody").email]) {
    await askFor(page, email, "Send the message again");
    await expect(page.getByText("If this address waits to be confirmed")).toBeVisible();
    await page.goto("/resend");
    await askFor(page, email, "Send the message again");
    await expect(page.getByText("You asked a moment ago").first()).toBeVisible();
  }
  await look(page);
  expect(await mailsTo(ada.email)).toHaveLength(1);
});

test("a forgotten password: a link that works once, and everybody is signed out @nojs", async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  const ada = somebody("Ada");
  await signUp(page, ada);
  const other = await newPerson();
  await other.goto("/sign-in");
  await other.getByRole("link", { name: "Forgot your password?" }).click();
  await look(other);
  for (const email of [somebody("nobody").email, ada.email]) {
    await askFor(other, email, "Mail me a link");
    await expect(other.getByText("If there is an account with this address")).toBeVisible();
    await other.goto("/forgot-password");
  }
  await askFor(other, ada.email, "Mail me a link");
  await expect(other.getByText("You asked a moment ago").first()).toBeVisible();

  const link = linkIn(await mailTo(ada.email, /Choose a new password/), "/reset-password/");
  await other.goto(link);
  await other.reload();
  await look(other);
  await other.getByLabel("New password").fill(newPassword);
  await other.getByRole("button", { name: "Use this password" }).click();
  await expect(other.getByText("Your new password counts from now on")).toBeVisible();
  await look(other);
  await mailTo(ada.email, /was changed/);

  await expectSignedOut(page);
  await expectSignedOut(other);
  await tryToSignIn(other, ada);
  await expect(other.getByText("The address or the password is not right").first()).toBeVisible();
  await signIn(other, { ...ada, password: newPassword });
  await expectSignedIn(other);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");
  await look(page);
});

test("a new password ends the other browser's session and renews this one @nojs", async ({
  page,
  newPerson,
  browser,
}) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  const other = await newPerson();
  await signIn(other, ada);
  const before = await sessionCookie(page);

  await page.goto("/my/security");
  await look(page);
  await changePassword(page, "not the right one");
  await expect(page.getByText("This is not your password").first()).toBeVisible();
  await changePassword(page, ada.password);
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await mailTo(ada.email, /was changed/);

  await expectSignedIn(page);
  await expectSignedOut(other);
  expect((await sessionCookie(page)).value).not.toBe(before.value);
  const thief = await browser.newContext({ baseURL: new URL(page.url()).origin });
  await thief.addCookies([before]);
  await expectSignedOut(await thief.newPage());
  await thief.close();
});

test("a new address: both are told, and it counts once it was confirmed @nojs", async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  const ada = somebody("Ada");
  const email = somebody("ada_new").email;
  await signUp(page, ada);
  await askNewEmail(page, { email: somebody("mistyped").email, password: ada.password });
  await look(page);
  await page.getByRole("button", { name: "Take the change back" }).click();
  await expect(page.getByText("Your address stays as it is")).toBeVisible();
  await askNewEmail(page, { email, password: ada.password });
  await expect(page.getByText(email, { exact: true })).toBeVisible();

  await mailTo(ada.email, /Another address for your account/);
  const link = linkIn(await mailTo(email, /Confirm your new address/), "/confirm-email/");
  const other = await newPerson();
  await other.goto(link);
  await expect(other.getByRole("main").getByText(email)).toBeVisible();
  await look(other);
  await tryToSignIn(other, { email, password: ada.password });
  await expect(other.getByText("The address or the password is not right").first()).toBeVisible();
  await other.goto(link);
  await other.getByRole("button", { name: "Use this address" }).click();
  await expect(other.getByText("Your new address counts from now on")).toBeVisible();

  await signIn(other, { email, password: ada.password });
  await page.goto("/my/security");
  await expect(page.getByText(email, { exact: true })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");
});

test("an address that has an account is told so by mail, and the page says nothing", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada");
  const grace = somebody("Grace");
  await signUp(page, ada);
  await signUp(await newPerson(), grace);
  await askNewEmail(page, { email: grace.email, password: ada.password });
  await expect(page.getByText(grace.email, { exact: true })).toBeVisible();
  const mail = await mailTo(grace.email, /has an account/);
  expect(mail.text).not.toContain("confirm-email");
});

test("devices are listed in words, and signed out one by one or all at once @nojs", async ({
  page,
  newPerson,
}) => {
  test.setTimeout(120_000);
  const ada = somebody("Ada");
  await signUp(page, ada);
  const others = [await newPerson(), await newPerson(), await newPerson()] as const;
  for (const each of others) await signIn(each, ada);
  const rows = page.locator("#devices li");
  await page.goto("/my/security");
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText("this device");
  await expect(rows.first()).toContainText(/Chrome on \w+/);
  await look(page);

  await rows.nth(1).getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("The device is signed out")).toBeVisible();
  await expect(rows).toHaveCount(3);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("All other devices are signed out")).toBeVisible();
  await expect(rows).toHaveCount(1);
  for (const each of others) await expectSignedOut(each);
  await expectSignedIn(page);
});

test("a session that somebody planted is not the one after signing in, and ends", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  const mallory = await newPerson();
  await signUp(mallory, somebody("Mallory"));
  const planted = await sessionCookie(mallory);

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.context().addCookies([planted]);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.locator("summary.who")).toContainText(ada.name);
  expect((await sessionCookie(page)).value).not.toBe(planted.value);
  await expectSignedOut(mallory);
});

test("one sender who tries one password at many accounts is stopped, but not a browser that is known", async ({
  page,
  newPerson,
}) => {
  test.setTimeout(180_000);
  const hall = { "x-forwarded-for": "10.77.77.77" };
  const ada = somebody("Ada");
  await page.context().setExtraHTTPHeaders(hall);
  await signUp(page, ada);
  await page.goto("/");
  await page.locator("summary.who").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

  const mallory = await newPerson();
  await mallory.context().setExtraHTTPHeaders(hall);
  for (let tries = 0; tries < 31; tries++) {
    await tryToSignIn(mallory, { email: somebody("victim").email, password: "password1234" });
    const answer = tries < 30 ? /not right/ : /Too many tries/;
    await expect(mallory.getByRole("alert").filter({ hasText: answer }).first()).toBeVisible();
  }
  await tryToSignIn(mallory, ada);
  await expect(mallory.getByText("Too many tries").first()).toBeVisible();
  await signIn(page, ada);
  await expectSignedIn(page);
});

test("a form of this server that another site sends is refused", async ({ page, newPerson }) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  const other = await newPerson();
  await signIn(other, ada);

  const refused = await sendForm(page, "#devices > form", "https://evil.example");
  expect(refused.status).toBeGreaterThanOrEqual(400);
  await expectSignedIn(other);
  await sendForm(page, "#devices > form", new URL(page.url()).origin);
  await expectSignedOut(other);
});

async function askFor(page: Page, email: string, button: string) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: button }).click();
}

async function changePassword(page: Page, present: string) {
  await page.getByLabel("Present password").fill(present);
  await page.getByLabel("New password").fill(newPassword);
  await page.getByRole("button", { name: "Change the password" }).click();
}

async function askNewEmail(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto("/my/security");
  await page.getByLabel("New address").fill(email);
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByText("A message with a link is on its way to the new address")).toBeVisible();
}

async function sessionCookie(page: Page): Promise<Parameters<BrowserContext["addCookies"]>[0][number]> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === SESSION);
  expect(cookie, "a session cookie").toBeDefined();
  return cookie!;
}

/** Sends a form of the security page as a browser without scripts does, from a page of this origin. */
async function sendForm(page: Page, form: string, origin: string) {
  await page.goto("/my/security");
  const html = await (await page.request.get(page.url())).text();
  const fields = await page.evaluate(
    ({ html, form }) => {
      const inputs = new DOMParser().parseFromString(html, "text/html").querySelectorAll(`${form} input`);
      return [...inputs].map((input) => [input.getAttribute("name"), input.getAttribute("value")]);
    },
    { html, form },
  );
  const multipart = Object.fromEntries(fields.map(([name, value]) => [name ?? "", value ?? ""]));
  const answer = await page.request.post(page.url(), { headers: { origin }, multipart, maxRedirects: 0 });
  return { status: answer.status(), text: await answer.text() };
}
