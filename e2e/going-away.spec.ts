import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { openPromise } from "yauzl";
import { announce } from "./support/events";
import { look } from "./support/look";
import { linkIn, mailTo } from "./support/mailbox";
import { type Person, signIn, signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("deletes one identity: its page is gone, those who were to come are told @nojs", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada Marchand");
  const climber = somebody("La Grimpe");
  await signUp(page, ada);
  await newIdentity(page, climber);
  const path = await announce(page, { title: "Climbing morning" });
  const grace = somebody("Grace");
  const guest = await newPerson();
  await signUp(guest, grace);
  await guest.goto(path);
  await guest
    .getByRole("button", { name: /take part/i })
    .first()
    .click();
  await mailTo(grace.email, /you are in/);

  await page.goto(`/my/identities/${climber.handle}`);
  await page.getByRole("link", { name: `Delete ${climber.name}…` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Delete ${climber.name}?`);
  await expect(page.getByText("1 person is told")).toBeVisible();
  await look(page);
  await page.getByLabel("Your password").fill("not this one");
  await page.getByRole("button", { name: `Delete ${climber.name} for good` }).click();
  await expect(page.getByText("This is not your password.").first()).toBeVisible();
  await page.getByLabel("Your password").fill(ada.password);
  await page.getByRole("button", { name: `Delete ${climber.name} for good` }).click();
  await expect(page.getByText("The identity is gone.")).toBeVisible();
  await expect(page.locator("summary.who")).toContainText(ada.name);
  await look(page);

  const mail = await mailTo(grace.email, /cancelled/);
  expect(mail.text).toContain(`${climber.name} has cancelled this event`);
  for (const reader of [page, guest, await newPerson()]) {
    for (const address of [`/@${climber.handle}`, path]) {
      expect((await reader.goto(address))?.status(), address).toBe(404);
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Nothing here");
    }
  }
});

test("the only identity stays, and its handle is never given again @nojs", async ({ page }) => {
  const ada = somebody("Ada");
  const climber = somebody("Climber");
  await signUp(page, ada);
  await page.goto(`/my/identities/${ada.handle}/delete`);
  await expect(page.getByText("This is your only identity")).toBeVisible();
  await look(page);

  await newIdentity(page, climber);
  await page.goto(`/my/identities/${climber.handle}/delete`);
  await page.getByLabel("Your password").fill(ada.password);
  await page.getByRole("button", { name: /for good/ }).click();
  await expect(page.getByText("The identity is gone.")).toBeVisible();
  await page.goto("/my/identities/new");
  await page.getByLabel("Name", { exact: true }).fill("Once more");
  await page.getByLabel("Handle").fill(climber.handle);
  await page.getByRole("button", { name: "Create this identity" }).click();
  await expect(page.getByText("This handle is taken. Try another one.").first()).toBeVisible();
});

test("deletes the account, and keeps it after all: from any page, or by the mailed link @nojs", async ({
  page,
  newPerson,
}) => {
  const ada = somebody("Ada");
  await signUp(page, ada);
  const phone = await newPerson();
  await signIn(phone, ada);

  await askToLeave(page, ada);
  await expect(page.getByText("We have sent you a mail with the way back.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep my account" })).toBeVisible();
  await look(page);
  await phone.goto("/my/events");
  await expect(phone).toHaveURL(/sign-in/);
  await page.goto("/about");
  await look(page);
  await page.getByRole("button", { name: "Keep my account" }).click();
  await expect(page.getByText("Your account stays. Nothing is lost.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep my account" })).toBeHidden();
  await mailTo(ada.email, /stays/);

  await askToLeave(page, ada);
  await expect(async () => {
    const link = linkIn(await mailTo(ada.email, /will be deleted/), "/keep-account/");
    await phone.goto(link);
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Keep your account?", { timeout: 500 });
  }).toPass();
  await look(phone);
  const link = phone.url();
  await phone.getByRole("button", { name: "Keep my account" }).click();
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Your account stays");
  await look(phone);
  await phone.goto(link);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("This link does not work any more");
  await page.goto("/about");
  await expect(page.getByRole("button", { name: "Keep my account" })).toBeHidden();
});

test("takes the data along: one file, for the own session only @nojs", async ({ page, newPerson }, info) => {
  const ada = somebody("Ada Marchand");
  await signUp(page, ada);
  await announce(page, { title: "Seed swap and soup" });
  await page.goto("/my/data");
  await look(page);
  await page.getByRole("button", { name: "Make the file" }).click();
  await mailTo(ada.email, /data .* are ready/);
  const download = page.getByRole("link", { name: /Download the file/ });
  if (info.project.name === "nojs") await page.goto("/my/data");
  await expect(download).toBeVisible();
  await look(page);

  const address = (await download.getAttribute("href")) ?? "";
  const answer = await page.request.get(address);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": expect.stringMatching(/^attachment; filename="[\w.]+-[\d-]+\.zip"$/),
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  const file = info.outputPath("export.zip");
  await writeFile(file, await answer.body());
  const names: string[] = [];
  for await (const { fileName } of (await openPromise(file)).eachEntry()) names.push(fileName);
  expect(names).toEqual(expect.arrayContaining(["README.txt", "account.json", `${ada.handle}/outbox.json`]));

  const stranger = await newPerson();
  const refused = await stranger.request.get(address, { maxRedirects: 0 });
  expect([refused.status(), (await refused.body()).length]).toEqual([303, 0]);
  await signUp(stranger, somebody("Eve"));
  expect((await stranger.request.get(address)).status()).toBe(404);
});

async function newIdentity(page: Page, { name, handle }: Person) {
  await page.goto("/my/identities/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Handle").fill(handle);
  await page.getByRole("button", { name: "Create this identity" }).click();
  await expect(page.getByText("The identity is there")).toBeVisible();
}

async function askToLeave(page: Page, { password }: Person) {
  await page.goto("/my/data");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Delete my account" }).click();
}
