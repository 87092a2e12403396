import { look } from "./support/look";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { signIn, signUpByHand, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("signs up, confirms by mail, signs out and in again @nojs", async ({ page }) => {
  const ada = somebody("Ada");
  await page.goto("/sign-up");
  await look(page);
  await signUpByHand(page, ada);
  await look(page);

  await page.locator("summary.who").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/sign-in?back=/my/identities");
  await look(page);
  await signIn(page, ada);
  await page.goto("/my/identities");
  await expect(page.getByRole("main").getByText(`@${ada.handle}`).first()).toBeVisible();
});

test("keeps what was typed and says what is wrong beside the fields @nojs", async ({ page }) => {
  const ada = somebody("Ada");
  await page.goto("/sign-up");
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByLabel("Password").fill("long enough for this");
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("Handle").fill("admin");
  await page.getByRole("main").getByRole("button", { name: "Create an account" }).click();

  await expect(page.getByText("This handle is taken. Try another one.").first()).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(ada.email);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada");
});

test("a confirmation link works once, and looking at it does not use it up", async ({ page, newPerson }) => {
  const ada = somebody("Ada");
  await signUpByHand(page, ada);
  const link = linkIn(await mailTo(ada.email, /confirm/i), "/confirm/");

  const other = await newPerson();
  await other.goto(link);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");
  await look(other);
});

test("an address that has an account gets a mail, and the page says nothing about it", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada");
  await signUpByHand(page, ada);

  const other = await newPerson();
  await other.goto("/sign-up");
  await other.getByLabel("E-mail address").fill(ada.email);
  await other.getByLabel("Password").fill("somebody else's words");
  await other.getByLabel("Name", { exact: true }).fill("Not Ada");
  await other.getByLabel("Handle").fill(somebody("other").handle);
  await other.getByRole("main").getByRole("button", { name: "Create an account" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
  await look(other);
  await mailTo(ada.email, /already have an account/);
  expect(await mailsTo(ada.email)).toHaveLength(2);
});

test("guessing a password is stopped after ten tries", async ({ page }) => {
  const email = `${somebody("nobody").handle}@example.org`;
  await page.goto("/sign-in");
  for (let tries = 0; tries < 11; tries++) {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(`guess ${tries}`);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    const answer = tries < 10 ? /not right/ : /Too many tries/;
    await expect(page.getByRole("alert").filter({ hasText: answer }).first()).toBeVisible();
  }
});

test("a form sent from another site is refused", async ({ page, request, baseURL }) => {
  await signUpByHand(page, somebody("Ada"));
  const foreign = { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" };
  const answer = await request.post(`${baseURL}/preferences`, {
    headers: foreign,
    data: "theme=dark",
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
});
