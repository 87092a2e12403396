import type { Page } from "@playwright/test";
import { look } from "./support/look";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { signIn, somebody, tryToSignIn } from "./support/people";
import { DELAY, decide, fillIn, hasScripts, send, test } from "./support/registration-town";
import { expect } from "./support/test";

// They change one server, so they wait for each other.
test.describe.configure({ mode: "default" });

test("closed: the header offers no account, and the page says why @nojs", async ({ page, boss }) => {
  await decide(boss, { mode: "Everybody" });
  await page.goto("/");
  await expect(page.getByRole("banner").getByRole("link", { name: "Create an account" })).toBeVisible();
  await decide(boss, { mode: "Nobody new" });
  await look(boss);

  for (const path of ["/", "/about", "/sign-in"]) {
    await page.goto(path);
    await expect(page.getByRole("banner").getByRole("link", { name: "Create an account" })).toHaveCount(0);
  }
  await page.goto("/sign-up");
  await expectTitle(page, "No new accounts for now");
  await look(page);

  await decide(boss, { mode: "Everybody" });
  await page.goto("/");
  await expect(page.getByRole("banner").getByRole("link", { name: "Create an account" })).toBeVisible();
});

test("closed while somebody fills in the form: what was typed stays @nojs", async ({ page, boss }) => {
  const ada = somebody("Ada");
  await decide(boss, { mode: "Everybody" });
  await fillIn(page, ada);
  await decide(boss, { mode: "Nobody new" });
  await send(page);
  if (hasScripts()) {
    await expect(page.getByText("This server takes no new accounts at the moment.").first()).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue(ada.name);
  } else await expectTitle(page, "No new accounts for now");
  expect(await mailsTo(ada.email)).toEqual([]);
});

test("by invitation: a link lets in as many as it says @nojs", async ({ page, boss, newPerson }) => {
  await decide(boss, { mode: "Whoever has an invitation" });
  await boss.getByRole("link", { name: "Invitations" }).click();
  await boss.getByLabel("Whom it is for").fill("The choir");
  await boss.getByLabel("How many people").fill("none");
  await boss.getByRole("button", { name: "Make an invitation" }).click();
  await expect(boss.getByText("Write a number from 1 to 10,000").first()).toBeVisible();
  await look(boss);
  await boss.getByLabel("How many people").fill("1");
  await boss.getByRole("button", { name: "Make an invitation" }).click();
  await expect(boss.getByText("The invitation is there.")).toBeVisible();
  await look(boss);
  const row = boss.getByRole("listitem").filter({ hasText: "The choir" });
  const link = (await row.locator("code").textContent()) ?? "";

  await page.goto("/sign-up");
  await expectTitle(page, "By invitation only");
  await look(page);
  const ada = somebody("Ada");
  await fillIn(page, ada, link);
  await look(page);
  await send(page);
  await confirm(page, ada.email);
  await expect(page.locator("summary.who")).toContainText("Ada");

  const late = await newPerson();
  await late.goto(link);
  await expectTitle(late, "This invitation does not work any more");
  await look(late);
  await boss.reload();
  await expect(row).toContainText("Used 1 of 1 time");
  await expect(row).toContainText("Does not work any more");
});

test("an invitation that was ended lets nobody in @nojs", async ({ page, boss }) => {
  await decide(boss, { mode: "Whoever has an invitation" });
  await boss.goto("/admin/invitations");
  await boss.getByLabel("Whom it is for").fill("The club");
  await boss.getByRole("button", { name: "Make an invitation" }).click();
  const row = boss.getByRole("listitem").filter({ hasText: "The club" });
  const link = (await row.locator("code").textContent()) ?? "";
  await row.locator("summary").click();
  await look(boss);
  await boss.getByRole("button", { name: "End the invitation" }).click();
  await expect(boss.getByText("The invitation is ended.")).toBeVisible();
  await page.goto(link);
  await expectTitle(page, "This invitation does not work any more");
});

test("by approval: a moderator reads a few words and decides @nojs", async ({
  page,
  boss,
  town,
  newPerson,
}) => {
  test.setTimeout(120_000);
  await decide(boss, { mode: "Whoever a moderator lets in" });
  const [ada, grace] = [somebody("Ada"), somebody("Grace")];
  await fillIn(page, ada);
  await send(page);
  // Without scripts the browser itself asks for what is required.
  if (hasScripts())
    await expect(page.getByText("Write a few words, so that somebody can decide.").first()).toBeVisible();
  await look(page);
  await apply(page, { ...ada, words: "I ring the bells at Saint-Sernin." });
  await confirm(page, ada.email);
  await expectTitle(page, "Your address is confirmed");
  await look(page);
  await expect(page.locator("summary.who")).toHaveCount(0);
  await tryToSignIn(page, ada);
  await expect(page.getByText("This account waits for a moderator").first()).toBeVisible();
  const other = await newPerson();
  await apply(other, { ...grace, words: "Let me in!" });
  await confirm(other, grace.email);

  const told = await mailTo(town.boss.email, /asks? for an account/);
  expect(told.text).not.toContain(ada.email);
  await boss.goto(linkIn(told, "/admin/applications"));
  await expect(boss.getByText("I ring the bells at Saint-Sernin.")).toBeVisible();
  await expect(boss.getByRole("main")).not.toContainText(ada.email);
  await look(boss);
  await rowOf(boss, ada.handle).getByRole("button", { name: "Let in" }).click();
  await expect(boss.getByText("Let in. They are told by mail.")).toBeVisible();
  await mailTo(ada.email, /is open/);
  await signIn(page, ada);

  await rowOf(boss, grace.handle).locator("summary").click();
  await look(boss);
  await boss.getByLabel("Your reason").fill("We only take neighbours.");
  await boss.getByRole("button", { name: "Turn down and erase" }).click();
  await expect(boss.getByText("Turned down.")).toBeVisible();
  await expect(boss.getByRole("heading", { name: "Nobody waits" })).toBeVisible();
  await look(boss);
  expect((await mailTo(grace.email, /No account/)).text).toContain("We only take neighbours.");
  await apply(other, { ...grace, words: "I moved here." });
});

test("lists of addresses and the terms hold for everybody @nojs", async ({ page, boss, newPerson }) => {
  await decide(boss, {
    mode: "Everybody",
    deny: "trash.example\nnobody+here@example.org",
    terms: "## Be kind\n\nDo not ring *before nine*.",
  });
  const ada = somebody("Ada");
  await fillIn(page, { ...ada, email: `${ada.handle}+x@mail.TRASH.example` });
  await look(page);
  if (!hasScripts()) await page.getByLabel("I accept the terms").check();
  await send(page);
  await expect(page.getByText("This server takes no accounts with this address.").first()).toBeVisible();
  if (hasScripts())
    await expect(page.getByText("An account here needs your consent to the terms.").first()).toBeVisible();
  await page.getByLabel("E-mail address").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByLabel("I accept the terms").check();
  await send(page);
  await confirm(page, ada.email);
  await expect(page.locator("summary.who")).toBeVisible();

  const visitor = await newPerson();
  await visitor.goto("/");
  await visitor.getByRole("contentinfo").getByRole("link", { name: "Terms" }).click();
  await expectTitle(visitor, "Terms of this server");
  await expect(visitor.getByText("before nine")).toBeVisible();
  await look(visitor);
  await decide(boss, { mode: "Everybody", terms: "" });
  await visitor.goto("/");
  await expect(visitor.getByRole("link", { name: "Terms" })).toHaveCount(0);
  expect((await visitor.goto("/terms"))?.status()).toBe(404);
});

test("only listed addresses where some are listed", async ({ page, boss }) => {
  await decide(boss, { mode: "Everybody", allow: "association.example" });
  await fillIn(page, somebody("Ada"));
  await send(page);
  await expect(page.getByText("This server takes no accounts with this address.").first()).toBeVisible();
  await boss.goto("/admin/registration");
  await boss.getByLabel("Only these e-mail addresses").fill("two words");
  await boss.getByRole("button", { name: "Save" }).click();
  await expect(boss.getByText("Write one address or domain a line").first()).toBeVisible();
  await decide(boss, { mode: "Everybody" });
});

test("a robot that fills in what nobody sees is thanked, and nothing is kept @nojs", async ({
  page,
  boss,
  newPerson,
}) => {
  await decide(boss, { mode: "Everybody" });
  const robot = somebody("Robot");
  await fillIn(page, robot);
  await expect(page.locator("input[name=homepage]")).toHaveAttribute("tabindex", "-1");
  await page.locator("input[name=homepage]").fill("https://spam.example", { force: true });
  await send(page);
  await expectTitle(page, "Look into your mailbox");

  const person = await newPerson();
  const ada = { ...somebody("Ada"), handle: robot.handle };
  await fillIn(person, ada);
  await send(person);
  await expectTitle(person, "Look into your mailbox");
  await mailTo(ada.email, /confirm/i);
  expect(await mailsTo(robot.email)).toEqual([]);
});

test("without scripts a form that comes too soon is asked for again, and then taken @nojs", async ({
  page,
  boss,
}) => {
  test.skip(hasScripts(), "with scripts the work is done meanwhile");
  await decide(boss, { mode: "Everybody" });
  const ada = somebody("Ada");
  await page.goto("/sign-up");
  const fields = page.getByRole("main");
  await fields.getByLabel("E-mail address").fill(ada.email);
  await fields.getByLabel("Password").fill(ada.password);
  await fields.getByLabel("Name", { exact: true }).fill(ada.name);
  await fields.getByLabel("Handle").fill(ada.handle);
  await send(page);
  await expect(page.getByText("That was faster than people fill in a form").first()).toBeVisible();
  await look(page);
  await expect(fields.getByLabel("E-mail address")).toHaveValue(ada.email);
  await expect(fields.getByLabel("Handle")).toHaveValue(ada.handle);

  await page.waitForTimeout(DELAY * 1000);
  await fields.getByLabel("Password").fill(ada.password);
  await send(page);
  await expectTitle(page, "Look into your mailbox");
});

test("a form that was sent already gets another riddle and can be sent again", async ({ page, boss }) => {
  await decide(boss, { mode: "Everybody" });
  const ada = somebody("Ada");
  await fillIn(page, ada);
  const used = {
    challenge: await page.locator("input[name=challenge]").inputValue(),
    solution: await page.locator("input[name=solution]").inputValue(),
  };
  await send(page);
  await expectTitle(page, "Look into your mailbox");

  const grace = somebody("Grace");
  await fillIn(page, grace);
  await page.evaluate(({ challenge, solution }) => {
    (document.querySelector("input[name=challenge]") as HTMLInputElement).value = challenge;
    (document.querySelector("input[name=solution]") as HTMLInputElement).value = solution;
  }, used);
  await send(page);
  await expect(page.getByText("was sent already").first()).toBeVisible();
  await expect(page.locator("input[name=challenge]")).not.toHaveValue(used.challenge);
  await expect(page.locator("input[name=solution]")).not.toHaveValue(used.solution);
  await send(page);
  await expectTitle(page, "Look into your mailbox");
});

test("the administration is there for nobody else @nojs", async ({ page, boss }) => {
  await decide(boss, { mode: "Everybody" });
  const ada = somebody("Ada");
  await page.goto("/admin/registration");
  await expect(page).toHaveURL(/sign-in/);
  await fillIn(page, ada);
  await send(page);
  await confirm(page, ada.email);
  for (const path of ["/admin/registration", "/admin/invitations", "/admin/applications"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expectTitle(page, "Nothing here");
  }
  await expect(page.getByRole("link", { name: "Administration" })).toHaveCount(0);
  await boss.goto("/");
  await boss.locator("summary.who").click();
  await boss.getByRole("link", { name: "Administration" }).click();
  await expectTitle(boss, "Overview");
});

async function expectTitle(page: Page, title: string) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

async function confirm(page: Page, email: string) {
  await page.goto(linkIn(await mailTo(email, /confirm/i), "/confirm/"));
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(page).not.toHaveURL(/confirm/);
}

async function apply(page: Page, { words, ...person }: ReturnType<typeof somebody> & { words: string }) {
  await fillIn(page, person);
  await page.getByLabel("Why would you like to join?").fill(words);
  await send(page);
  await expectTitle(page, "Look into your mailbox");
}

function rowOf(page: Page, handle: string) {
  return page.getByRole("listitem").filter({ hasText: `@${handle}` });
}
