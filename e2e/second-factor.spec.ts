import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { look } from "./support/look";
import { mailTo } from "./support/mailbox";
import { type Person, signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

const HALF_A_MINUTE = 30_000;

test("sets up a second step, signs in with it, and switches it off @nojs", async ({ page }) => {
  test.setTimeout(120_000);
  const ada = somebody("Ada");
  await signUp(page, ada);
  const { codeAt, recoveryCodes } = await setUp(page, ada);
  await mailTo(ada.email, /two-step sign-in on Carillon is on/i);
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await look(page);

  await signOut(page);
  await typePassword(page, ada, "/my/identities");
  await look(page);
  const code = codeAt(0);
  await typeCode(page, "12345");
  await expect(
    page.getByText("Type the six digits").or(page.getByText("A code has six digits")).first(),
  ).toBeVisible();
  await typeCode(page, code);
  await expect(page.getByRole("main").getByText(`@${ada.handle}`).first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/my/identities");

  await signOut(page);
  await typePassword(page, ada);
  await typeCode(page, code);
  await expect(page.getByText("This code is not right, or it was used already").first()).toBeVisible();
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await look(page);
  await typeCode(page, recoveryCodes[0]!.toLowerCase().replaceAll(" ", "-"));
  await expect(page.locator("summary.who")).toBeVisible();
  await mailTo(ada.email, /recovery code .* was used/);

  await signOut(page);
  await typePassword(page, ada);
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await typeCode(page, recoveryCodes[0]!);
  await expect(page.getByText("it was used already").first()).toBeVisible();
  await typeCode(page, recoveryCodes[1]!);
  await expect(page.locator("summary.who")).toBeVisible();

  await page.goto("/my/security");
  await page.getByRole("link", { name: "Switch off" }).click();
  await look(page);
  await page.getByLabel("Your password").fill(ada.password);
  await page.getByLabel("Code from your app").fill(recoveryCodes[2]!);
  await page.getByRole("button", { name: "Switch off two-step sign-in" }).click();
  await expect(page.getByText("Two-step sign-in is off.")).toBeVisible();
  await mailTo(ada.email, /two-step sign-in on Carillon is off/i);
  await signOut(page);
  await typePassword(page, ada);
  await expect(page.locator("summary.who")).toBeVisible();
});

test("new recovery codes void the old ones, and are shown in this browser alone @nojs", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  const { codeAt, recoveryCodes: old } = await setUp(page, ada);
  await page.getByRole("link", { name: "New recovery codes" }).click();
  await expect(page.getByRole("button", { name: "Make ten new codes" })).toBeVisible();
  await look(page);
  await page.getByLabel("Your password").fill("not my password");
  await page.getByLabel("Code from your app").fill(codeAt(0));
  await page.getByRole("button", { name: "Make ten new codes" }).click();
  await expect(page.getByText("This is not your password.").first()).toBeVisible();
  await page.getByLabel("Your password").fill(ada.password);
  await page.getByRole("button", { name: "Make ten new codes" }).click();
  const codes = await shownCodes(page);
  expect(codes.filter((code) => old.includes(code))).toEqual([]);

  const elsewhere = await newPerson();
  await typePassword(elsewhere, ada, "/my/security/second-factor/codes");
  await elsewhere.getByRole("link", { name: "Use a recovery code" }).click();
  await typeCode(elsewhere, old[0]!);
  await expect(elsewhere.getByText("This code is not right").first()).toBeVisible();
  await typeCode(elsewhere, codes[0]!);
  await expect(elsewhere.getByRole("button", { name: "Make ten new codes" })).toBeVisible();
  expect(await elsewhere.content()).not.toContain(codes[1]);
});

test("guessing codes is stopped after five tries, and a recovery code still lets in", async ({ page }) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  const { codeAt, recoveryCodes } = await setUp(page, ada);
  await signOut(page);
  await typePassword(page, ada);
  const wrong = codeAt(0) === "123456" ? "654321" : "123456";
  for (let tries = 0; tries < 6; tries++) {
    await typeCode(page, wrong);
    const answer = tries < 5 ? /not right/ : /Too many codes/;
    await expect(page.getByRole("alert").filter({ hasText: answer }).first()).toBeVisible();
  }
  await page.getByRole("link", { name: "Use a recovery code" }).click();
  await typeCode(page, recoveryCodes[0]!);
  await expect(page.locator("summary.who")).toBeVisible();
});

test("a code without a password leads nowhere @nojs", async ({ page }) => {
  await page.goto("/sign-in/code?back=//evil.example");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Please sign in again");
  await look(page);
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  expect(new URL(page.url()).searchParams.get("back")).toBe("/");
});

/** Switches it on with the code of half a minute ago, so that those of now and later are left for the story. */
async function setUp(page: Page, person: Person) {
  await page.goto("/my/security");
  await page.getByRole("link", { name: "Set up two-step sign-in" }).click();
  await look(page);
  await page.getByLabel("Your password").fill(person.password);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await look(page);
  const secret = ((await page.locator(".secret").textContent()) ?? "").replaceAll(/\s/g, "");
  const app = new TOTP({ secret });
  const codeAt = (steps: number) => app.generate({ timestamp: Date.now() + steps * HALF_A_MINUTE });
  await typeFirst(page, codeAt(-1));
  return { codeAt, recoveryCodes: await shownCodes(page) };
}

async function typeFirst(page: Page, code: string) {
  await page.getByLabel("Six digits").fill(code);
  await page.getByRole("button", { name: "Switch on" }).click();
}

/** Reads the codes off the page and out of the file, and puts them away: then nobody shows them any more. */
async function shownCodes(page: Page): Promise<string[]> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your recovery codes");
  await look(page);
  const codes = await page.locator(".codes li").allTextContents();
  expect(codes).toHaveLength(10);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as a text file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("recovery-codes.txt");
  const text = await readFile(await file.path(), "utf8");
  for (const code of codes) expect(text).toContain(code);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByRole("heading", { name: "Two-step sign-in" })).toBeVisible();
  await page.goto("/my/security/second-factor/codes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New recovery codes");
  expect(await page.content()).not.toContain(codes[0]);
  await page.goto("/my/security");
  return codes;
}

async function signOut(page: Page) {
  await page.locator("summary.who").click();
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
}

async function typePassword(page: Page, person: Person, back = "/") {
  await page.goto(`/sign-in?back=${encodeURIComponent(back)}`);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

async function typeCode(page: Page, code: string) {
  await page.locator("input[name=code]").fill(code);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}
