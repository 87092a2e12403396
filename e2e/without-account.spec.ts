import type { Page } from "@playwright/test";
import { dayIn } from "./support/events";
import { look } from "./support/look";
import { linkIn, mailTo } from "./support/mailbox";
import { signUp, somebody } from "./support/people";
import { submit } from "./support/submit";
import { expect, test } from "./support/test";

test("somebody takes part with nothing but an address, and is forgotten @nojs", async ({
  newPerson,
  playwright,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const [organizer, grace, late] = [await newPerson(), await newPerson(), await newPerson()];
  await signUp(organizer, somebody("Ada"));
  const path = await announce(organizer, { capacity: "3", guestsAllowed: "2" });
  const { email } = somebody("Grace");

  await test.step("what was typed is kept when it is refused, for nobody else", async () => {
    await grace.goto(path);
    await unfold(grace, "Take part");
    await grace.getByLabel("E-mail address").fill(email.replace("@example.org", "@localhost"));
    await grace.getByLabel("Name", { exact: false }).fill("Grace Hopper");
    await grace.getByLabel("Adults").fill("1");
    await button(grace, "Take part").click();
    await expect(grace.getByText("This does not look like an e-mail address").first()).toBeVisible();
    await expect(grace.getByLabel("Adults")).toHaveValue("1");
    await look(grace);
    const stranger = await playwright.request.newContext({ baseURL });
    expect(await (await stranger.get(path)).text()).not.toContain("Grace Hopper");
    await stranger.dispose();
  });

  await test.step("the answer counts once the mailed link was opened and confirmed", async () => {
    await grace.getByLabel("E-mail address").fill(email);
    await button(grace, "Take part").click();
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
    await look(grace);
    const link = linkIn(await mailTo(email, /confirm/), "/answers/confirm/");
    await late.goto(path);
    await expect(late.getByText("0 of 3 places taken")).toBeVisible();
    await grace.goto(link);
    await look(grace);
    await button(grace, "Confirm").click();
    await expect(grace.getByText("Thank you: your answer counts from now on.")).toBeVisible();
    await expect(grace.getByRole("heading", { name: "You are going" })).toBeVisible();
    await look(grace);
    await late.reload();
    await expect(late.getByText("2 of 3 places taken")).toBeVisible();
  });

  await test.step("hosts read the name, and nobody the address", async () => {
    await organizer.goto(`${path}/participants`);
    await expect(organizer.getByText("Grace Hopper").first()).toBeVisible();
    for (const page of [organizer, late]) expect(await page.content()).not.toContain(email);
  });

  await test.step("whoever answers again is told the same, and sent the way to their page", async () => {
    await answer(grace, path, { email });
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
    await grace.goto(linkIn(await mailTo(email, /answered already/), "/answers/"));
    await grace.getByText("Change my answer").click();
    await grace.getByLabel("Adults").fill("2");
    await button(grace, "Save").click();
    await expect(grace.getByText("With 2 adults.")).toBeVisible();
    const file = await grace.request.get(`${new URL(grace.url()).pathname}/event.ics`);
    expect(await file.text()).toContain("SUMMARY:Soup for all");
  });

  await test.step("another waits in line, and gets the place of whoever has all deleted", async () => {
    const next = somebody("Linus").email;
    await answer(late, path, { email: next, going: "Join the waiting list" });
    await late.goto(linkIn(await mailTo(next, /confirm/), "/answers/confirm/"));
    await button(late, "Confirm").click();
    await expect(late.getByText("You are number 1 on the list.")).toBeVisible();

    const own = new URL(grace.url()).pathname;
    await grace.getByText("Delete my data now").click();
    await button(grace, "Delete everything").click();
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("It is forgotten");
    expect((await grace.goto(own))?.status()).toBe(404);
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("This link has ended");
    await look(grace);
    await late.goto(new URL(late.url()).pathname);
    await expect(late.getByRole("heading", { name: "You are going" })).toBeVisible();
    await organizer.goto(`${path}/participants`);
    await expect(organizer.getByText("Grace Hopper")).toHaveCount(0);
  });
});

test("a free place is offered to somebody without an account, in their language @nojs", async ({
  newPerson,
}) => {
  test.setTimeout(120_000);
  const [organizer, linus, rosa] = [await newPerson(), await newPerson(), await newPerson()];
  await signUp(organizer, somebody("Ada"));
  await signUp(linus, somebody("Linus"));
  const path = await announce(organizer, { capacity: "1", waitlist: "offer" });
  await submit(linus, path, { answer: "going" });
  const { email } = somebody("Rosa");
  await rosa.goto(path);
  await rosa.getByRole("button", { name: "Français" }).click();
  await answer(rosa, path, { email, going: "Rejoindre la liste d’attente" });
  await rosa.goto(linkIn(await mailTo(email, /confirm/i), "/answers/confirm/"));
  await button(rosa, "Confirmer").click();
  await expect(rosa.getByText("Vous êtes en position 1 sur la liste.")).toBeVisible();

  await linus.goto(path);
  await linus.getByText("Leave", { exact: true }).click();
  await button(linus, "Leave the event").click();
  await rosa.goto(linkIn(await mailTo(email, /place est libre/), "/answers/"));
  await expect(rosa.getByText("La place vous est réservée jusqu’au")).toBeVisible();
  await look(rosa);
  await button(rosa, "Prendre la place").click();
  await expect(rosa.getByRole("heading", { name: "Vous participez" })).toBeVisible();

  await rosa.getByText("Retirer ma réponse").click();
  await button(rosa, "Retirer la réponse").click();
  await expect(rosa.getByRole("heading", { name: "Vous ne participez plus" })).toBeVisible();
  await linus.reload();
  await expect(linus.getByText("0 of 1 place taken")).toBeVisible();
});

test("where hosts want accounts, or all is full for good, no address is asked for @nojs", async ({
  newPerson,
}) => {
  const [organizer, visitor] = [await newPerson(), await newPerson()];
  await signUp(organizer, somebody("Ada"));
  await visitor.goto(await announce(organizer, { needsAccount: "on" }));
  await expect(visitor.getByRole("link", { name: "Take part" }).first()).toBeVisible();
  await expect(visitor.getByLabel("E-mail address")).toHaveCount(0);

  const [linus, path] = [await newPerson(), await announce(organizer, { capacity: "1", waitlist: "closed" })];
  await signUp(linus, somebody("Linus"));
  await submit(linus, path, { answer: "going" });
  await visitor.goto(path);
  await expect(visitor.getByRole("heading", { name: "All places are taken" })).toBeVisible();
  await expect(visitor.getByLabel("E-mail address")).toHaveCount(0);
});

type Answer = { email: string; going?: string };

/** Answers as somebody without an account, and leaves the mail where it is. */
async function answer(page: Page, path: string, { email, going = "Take part" }: Answer): Promise<void> {
  await page.goto(path);
  await unfold(page, going);
  await page.locator("input[name=email]").fill(email);
  await button(page, going).click();
  await expect(page).toHaveURL(/\/answers\/sent/);
}

async function unfold(page: Page, words: string): Promise<void> {
  await page.locator("summary", { hasText: words }).first().click();
}

function button(page: Page, name: string) {
  return page.getByRole("main").getByRole("button", { name, exact: true });
}

async function announce(organizer: Page, values: Record<string, string>): Promise<string> {
  const day = dayIn(30);
  const times = { startsAt: `${day}T19:00`, endsAt: `${day}T22:00`, zone: "Europe/Paris" };
  const event = { title: "Soup for all", ...times, intent: "publish", ...values };
  return new URL((await submit(organizer, "/events/new", event)).url()).pathname;
}
