import type { Page } from "@playwright/test";
import { dayIn } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { submit } from "./support/submit";
import { expect, test } from "./support/test";

test("going with somebody, maybe, cannot come; a full event has a line that moves @nojs", async ({
  newPerson,
}) => {
  test.setTimeout(180_000);
  const [organizer, grace] = [await member(newPerson, "Ada"), await member(newPerson, "Grace")];
  const [linus, vera] = [await member(newPerson, "Linus"), await member(newPerson, "Vera")];
  const visitor = await newPerson();
  const path = await announce(organizer, { capacity: "3", guestsAllowed: "2", guestList: "everybody" });

  await test.step("one comes with somebody, and says a word to the organiser", async () => {
    await grace.goto(path);
    await look(grace);
    await grace.getByLabel("Adults").fill("1");
    await grace.getByText("Add a note").click();
    await grace.getByLabel("Message to the organiser").fill("We bring a cake.");
    await button(grace, "Take part").click();
    await expect(grace.getByText("You are in. A mail")).toBeVisible();
    await expect(grace.getByText("With 1 adult.")).toBeVisible();
    await expect(grace.getByText("2 of 3 places taken")).toBeVisible();
    await look(grace);
  });

  await test.step("more people than are allowed are refused, and what was typed is kept", async () => {
    await linus.goto(path);
    await linus.getByLabel("Adults").fill("2");
    await linus.getByLabel("Children").fill("1");
    await button(linus, "Take part").click();
    await expect(linus.getByText("more people than one may bring along").first()).toBeVisible();
    await expect(linus.getByLabel("Children")).toHaveValue("1");
  });

  await test.step("one does not know yet, and decides later", async () => {
    await linus.getByLabel("Adults").fill("");
    await linus.getByLabel("Children").fill("");
    await button(linus, "Maybe").click();
    await expect(linus.getByRole("heading", { name: "You may come" })).toBeVisible();
    await look(linus);
    await visitor.goto(path);
    await expect(visitor.getByText("1 may come")).toBeVisible();
    await linus.goto("/my/events?tab=maybe");
    await expect(linus.getByRole("main").getByText("You may come")).toBeVisible();
    await linus.goto(path);
    await button(linus, "Take part").click();
    await expect(linus.getByRole("heading", { name: "You are going" })).toBeVisible();
  });

  await test.step("who comes now waits in line, and gets the place that frees", async () => {
    await vera.goto(path);
    await expect(vera.getByText("You would be the first on it.")).toBeVisible();
    await button(vera, "Join the waiting list").click();
    await expect(vera.getByText("You are number 1 on the list.")).toBeVisible();
    await look(vera);
    await visitor.goto(path);
    await expect(visitor.getByText("1 on the waiting list")).toBeVisible();

    await grace.getByText("Change my answer").click();
    await expect(grace.getByLabel("Message to the organiser")).toHaveValue("We bring a cake.");
    await grace.getByLabel("Adults").fill("");
    await button(grace, "Save").click();
    await expect(grace.getByText("Your answer is changed.")).toBeVisible();
    await vera.goto(path);
    await expect(vera.getByRole("heading", { name: "You are going" })).toBeVisible();
  });

  await test.step("everybody sees who comes, but for those who do not want it", async () => {
    const names = visitor.locator(".who-comes");
    await visitor.goto(path);
    for (const name of ["Grace", "Linus", "Vera"]) await expect(names.getByText(name)).toBeVisible();
    await look(visitor);
    await vera.getByText("Change my answer").click();
    await vera.getByLabel("Don’t show others that I come").check();
    await button(vera, "Save").click();
    await expect(vera.getByText("Other participants don’t see that you come.")).toBeVisible();
    await visitor.reload();
    await expect(names.getByText("Vera")).toBeHidden();
    await names.getByRole("link", { name: "and 1 other" }).click();
    await expect(
      visitor.getByText("3 people come. Not named here: 1 person who prefers it so."),
    ).toBeVisible();
    await look(visitor);
  });

  await test.step("one cannot come after all", async () => {
    await grace.goto(path);
    await grace.getByText("Change my answer").click();
    await button(grace, "Can’t come").click();
    await expect(grace.getByRole("heading", { name: "You can’t come" })).toBeVisible();
    await visitor.goto(path);
    await expect(visitor.getByText("2 of 3 places taken")).toBeVisible();
    await expect(visitor.locator(".who-comes").getByText("Grace")).toBeHidden();
  });
});

test("a free place is offered to the first in line, who takes it @nojs", async ({ newPerson }) => {
  test.setTimeout(120_000);
  const [organizer, grace] = [await member(newPerson, "Ada"), await member(newPerson, "Grace")];
  const [linus, visitor] = [await member(newPerson, "Linus"), await newPerson()];
  const path = await announce(organizer, { capacity: "1", waitlist: "offer", guestList: "participants" });
  await submit(grace, path, { answer: "going" });
  await submit(linus, path, { answer: "going" });

  await grace.goto(path);
  await grace.getByText("Leave", { exact: true }).click();
  await button(grace, "Leave the event").click();
  await expect(grace.getByText("You no longer take part.")).toBeVisible();
  await expect(grace.locator(".who-comes")).toBeHidden();

  await linus.goto("/my/events");
  await expect(linus.getByText("A place is free for Linus")).toBeVisible();
  await look(linus);
  await linus.getByRole("main").getByRole("link", { name: "Soup for all" }).first().click();
  await expect(linus.getByText("The place is held for you until")).toBeVisible();
  await look(linus);
  await button(linus, "Take the place").click();
  await expect(linus.getByRole("heading", { name: "You are going" })).toBeVisible();
  await expect(linus.getByText("Only those who take part see these names.")).toBeVisible();

  for (const stranger of [visitor, grace]) {
    await stranger.goto(path);
    await expect(stranger.getByText("1 of 1 place taken")).toBeVisible();
    expect(await stranger.content()).not.toContain("Linus");
    expect((await stranger.goto(`${path}/people`))?.status()).toBe(404);
  }
});

test("one answers, and answers otherwise, with the keyboard alone", async ({ newPerson }) => {
  const [organizer, grace] = [await member(newPerson, "Ada"), await member(newPerson, "Grace")];
  const path = await announce(organizer, { guestsAllowed: "1" });
  await grace.goto(path);
  await tabTo(grace, "Adults");
  await grace.keyboard.type("1");
  await tabTo(grace, "Take part");
  await grace.keyboard.press("Enter");
  await expect(grace.getByText("With 1 adult.")).toBeVisible();
  await tabTo(grace, "Change my answer");
  await grace.keyboard.press("Enter");
  await tabTo(grace, "Maybe");
  await grace.keyboard.press("Space");
  await expect(grace.getByRole("heading", { name: "You may come" })).toBeVisible();
});

/** Somebody with an account, in a browser of their own. */
async function member(newPerson: () => Promise<Page>, name: string): Promise<Page> {
  const page = await newPerson();
  await signUp(page, somebody(name));
  return page;
}

async function announce(organizer: Page, values: Record<string, string>): Promise<string> {
  const day = dayIn(30);
  const times = { startsAt: `${day}T19:00`, endsAt: `${day}T22:00`, zone: "Europe/Paris" };
  const event = { title: "Soup for all", ...times, intent: "publish", ...values };
  return new URL((await submit(organizer, "/events/new", event)).url()).pathname;
}

function button(page: Page, name: string) {
  return page.getByRole("main").getByRole("button", { name, exact: true });
}

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? "";
    });
    if (focused.trim() === name) return;
  }
  throw new Error(`Tab does not lead to “${name}”`);
}
