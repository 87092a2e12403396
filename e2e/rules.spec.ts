import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { look } from "./support/look";
import { linkIn, mailTo } from "./support/mailbox";
import { type Person, somebody } from "./support/people";
import { fillIn, send, test } from "./support/registration-town";
import { submit } from "./support/submit";
import { expect } from "./support/test";

async function join(page: Page, person: Person) {
  await fillIn(page, person);
  await send(page);
  const link = linkIn(await mailTo(person.email, /confirm/i), "/confirm/");
  await submit(page, link, { token: link.split("/").at(-1)! });
}

/** So many of the first things of an identity wait. */
async function holdFirst(boss: Page, count: string) {
  await boss.goto("/moderation/rules");
  await boss.getByLabel("How many first posts wait").fill(count);
  await boss.getByRole("button", { name: "Save", exact: true }).click();
  await expect(boss.getByText("The rules hold from now on.")).toBeVisible();
}

test("a newcomer’s first event waits until a moderator lets it through; forbidden words are not taken @nojs", async ({
  boss,
  newPerson,
}) => {
  test.setTimeout(180_000);
  const grace = somebody("Grace Hopper");
  const [host, visitor] = [await newPerson(), await newPerson()];
  await join(host, grace);
  const title = `Casino night ${grace.handle}`;
  const word = `spam${grace.handle.split("_").at(-1)}`;

  await test.step("an administrator makes rules, and tries them", async () => {
    await boss.goto("/moderation/rules");
    await boss.getByRole("textbox", { name: "Words", exact: true }).fill(`${word}*`);
    await boss.getByRole("combobox", { name: "Where" }).selectOption("In comments");
    await boss.getByRole("radio", { name: /^Refuse/ }).check();
    await boss.getByRole("button", { name: "Add the rule" }).click();
    await expect(boss.getByText("The rule holds from now on.")).toBeVisible();
    await boss
      .getByRole("textbox", { name: "Text", exact: true })
      .fill(`Much ${[...word.toUpperCase()].join(" ")}!`);
    await boss.getByRole("button", { name: "Try", exact: true }).click();
    await expect(boss.getByText("It would be refused.")).toBeVisible();
    await look(boss);
    await holdFirst(boss, "1");
  });

  const path = await announce(host, { title });
  await test.step("the event waits: its host sees it, and nobody else", async () => {
    await expect(host.getByText("Waits for a moderator").first()).toBeVisible();
    await look(host);
    expect((await visitor.goto(path))?.status()).toBe(404);
    expect((await host.goto("/moderation/waiting"))?.status()).toBe(404);
  });

  await test.step("refused, it is a draft again, which its host can announce anew", async () => {
    await boss.goto("/moderation/waiting");
    await look(boss);
    await boss.getByLabel(`“${title}” by ${grace.name}`).check();
    await boss.getByRole("button", { name: "Refuse them" }).click();
    await expect(boss.getByLabel(`“${title}” by ${grace.name}`)).toBeChecked();
    await boss.getByLabel("Why they are refused").fill("Say where it is");
    await boss.getByRole("button", { name: "Refuse them" }).click();
    await expect(boss.getByText("They were refused; whoever wrote them is told why.")).toBeVisible();
    expect((await mailTo(grace.email, /was not published/)).text).toContain("Say where it is");
    await host.goto(`${path}/edit`);
    await host.getByRole("button", { name: "Publish" }).click();
    await expect(host.getByText("Waits for a moderator").first()).toBeVisible();
  });

  await test.step("let through, it is public", async () => {
    await boss.goto("/moderation/waiting");
    await boss.getByLabel(`“${title}” by ${grace.name}`).check();
    await boss.getByRole("button", { name: "Let them through" }).click();
    await expect(boss.getByText("They are public now.")).toBeVisible();
    await mailTo(grace.email, /is public/);
    await visitor.goto(path);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
    await holdFirst(boss, "0");
  });

  await test.step("a comment with a forbidden word is refused, and not lost", async () => {
    await host.goto(path);
    await host.getByLabel("Your comment").fill(`All ${word}s here`);
    await host.getByRole("button", { name: "Publish the comment" }).click();
    await expect(host.getByText("A rule of this server does not allow these words").first()).toBeVisible();
    await expect(host.getByLabel("Your comment")).toHaveValue(`All ${word}s here`);
  });
});
