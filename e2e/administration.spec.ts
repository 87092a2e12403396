import type { Page } from "@playwright/test";
import { look } from "./support/look";
import { linkIn, mailTo } from "./support/mailbox";
import { type Person, somebody, tryToSignIn } from "./support/people";
import { fillIn, send, test } from "./support/registration-town";
import { submit } from "./support/submit";
import { expect } from "./support/test";

async function join(page: Page, person: Person) {
  await fillIn(page, person);
  await send(page);
  const link = linkIn(await mailTo(person.email, /confirm/i), "/confirm/");
  await submit(page, link, { token: link.split("/").at(-1)! });
}

/** Finds an account by a part of its address. */
async function open(boss: Page, { email }: Person) {
  await boss.goto("/admin/accounts");
  await boss.getByLabel("Address", { exact: true }).fill(email.slice(0, -12));
  await boss.getByRole("button", { name: "Show" }).click();
  await boss.getByRole("link", { name: email }).click();
  await expect(boss.getByRole("heading", { level: 1 })).toHaveText(email);
}

test("an administrator finds an account, makes it a moderator’s, locks it and reads about it @nojs", async ({
  boss,
  newPerson,
}) => {
  test.setTimeout(180_000);
  const ken = somebody("Ken Thompson");
  const member = await newPerson();
  await join(member, ken);

  await test.step("the overview says how the server is, and leads to the accounts", async () => {
    await boss.goto("/");
    await boss.locator("summary.who").click();
    await boss.getByRole("link", { name: "Administration" }).click();
    await expect(boss.getByRole("heading", { level: 1 })).toHaveText("Overview");
    await expect(boss.getByRole("definition").first()).toHaveText(/\d/);
    await look(boss);
    await boss.getByRole("main").getByRole("link", { name: "People" }).last().click();
    await expect(boss.getByRole("link", { name: ken.email })).toBeVisible();
    await look(boss);
  });

  await test.step("as a moderator they see reports, and neither overview nor accounts", async () => {
    await open(boss, ken);
    await look(boss);
    await boss.getByLabel("Role").selectOption("Moderator");
    await boss.getByRole("button", { name: "Give this role" }).click();
    await expect(boss.getByText("Done. It stands in the log.")).toBeVisible();
    const account = new URL(boss.url()).pathname;
    await member.goto("/");
    await member.locator("summary.who").click();
    await member.getByRole("link", { name: "Administration" }).click();
    await expect(member.getByRole("heading", { level: 1 })).toHaveText("Reports");
    for (const path of ["/admin", "/admin/accounts", account])
      expect((await member.goto(path))?.status(), path).toBe(404);
    await member.goto("/moderation/log");
    await expect(member.getByText("Gave somebody another role").last()).toBeVisible();
    await expect(member.getByText(ken.email)).toHaveCount(0);
  });

  await test.step("locked, they are signed out, told why, and cannot come back", async () => {
    await open(boss, ken);
    await boss.locator("summary", { hasText: "Lock the account" }).click();
    const question = boss.locator("details.dialog-opener", { hasText: "Lock the account" });
    await question.getByLabel("Your reason").fill("The account was stolen");
    await question.getByRole("button", { name: "Lock the account" }).click();
    await expect(boss.getByText("Done. It stands in the log.")).toBeVisible();
    expect((await mailTo(ken.email, /locked/)).text).toContain("The account was stolen");
    await member.goto("/my/settings");
    await expect(member).toHaveURL(/sign-in/);
    await tryToSignIn(member, ken);
    await expect(member.getByText("This account was locked").first()).toBeVisible();
  });

  await test.step("the log tells administrators whom it was about", async () => {
    await boss.goto("/moderation/log?action=account.suspended");
    await expect(boss.getByRole("link", { name: ken.email })).toBeVisible();
    await expect(boss.getByText("The account was stolen")).toBeVisible();
    await look(boss);
  });
});
