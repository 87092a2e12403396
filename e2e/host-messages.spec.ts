import type { Page } from "@playwright/test";
import { dayIn } from "./support/events";
import { look } from "./support/look";
import { mailsTo, mailTo } from "./support/mailbox";
import { signUp, somebody } from "./support/people";
import { submit } from "./support/submit";
import { expect, test } from "./support/test";

test("a host writes to those who come, at once and later, and to nobody else @nojs", async ({
  newPerson,
}) => {
  test.setTimeout(120_000);
  const [host, grace, linus] = [await newPerson(), await newPerson(), await newPerson()];
  const [ada, coming, unsure] = [somebody("Ada"), somebody("Grace"), somebody("Linus")];
  await Promise.all([signUp(host, ada), signUp(grace, coming), signUp(linus, unsure)]);
  const path = await announce(host);
  await submit(grace, path, { answer: "going" });
  await submit(linus, path, { answer: "maybe" });

  await test.step("what is missing is said, and what was typed stays", async () => {
    await host.goto(path);
    await host.getByRole("link", { name: "Write to those who answered" }).click();
    await expect(host.getByLabel("Those who come (1)")).toBeChecked();
    await host.getByLabel("Those who come (1)").uncheck();
    await host.getByLabel("Subject").fill("What to bring");
    await host.getByLabel("Message").fill("Bring cups.\nAnd a spoon.");
    await host.getByRole("button", { name: "Send" }).click();
    await expect(host.getByText("Choose at least one group.").first()).toBeVisible();
    await expect(host.getByLabel("Message")).toHaveValue(/And a spoon/);
    await look(host);
  });

  await test.step("it comes by mail, and stands on the page of whom it was for", async () => {
    await host.getByLabel("Those who come (1)").check();
    await host.getByRole("button", { name: "Send" }).click();
    await expect(host.getByText("Your message is on its way.")).toBeVisible();
    await expect(host.getByText("1 person")).toBeVisible();
    await look(host);
    expect((await mailTo(coming.email, /What to bring/)).text).toContain("And a spoon.");
    await grace.goto(path);
    const read = grace.getByRole("region", { name: "From the hosts" });
    await expect(read.getByText("Bring cups.")).toBeVisible();
    await look(grace);
    await linus.goto(path);
    await expect(linus.getByText("From the hosts")).toHaveCount(0);
    expect((await mailsTo(unsure.email)).filter(({ text }) => text?.includes("spoon"))).toEqual([]);
  });

  await test.step("what waits for its time can be taken back", async () => {
    await host.goto(`${path}/messages`);
    await host.getByLabel("Message").fill("The door is open from seven.");
    await host.locator("summary", { hasText: "Send it later" }).click();
    await host.getByLabel("Date and time").fill(`${dayIn(3)}T09:00`);
    await host.getByRole("button", { name: "Send" }).click();
    await expect(host.getByText("Your message will be sent at its time.")).toBeVisible();
    await expect(host.getByText("Planned")).toBeVisible();
    await host.getByText("Take back…").click();
    await host.getByRole("button", { name: "Do not send it" }).click();
    await expect(host.getByText("The door is open")).toHaveCount(0);
  });

  await test.step("nobody else finds the page", async () => {
    expect((await grace.goto(`${path}/messages`))?.status()).toBe(404);
  });
});

async function announce(organizer: Page): Promise<string> {
  const day = dayIn(30);
  const times = { startsAt: `${day}T19:00`, endsAt: `${day}T22:00`, zone: "Europe/Paris" };
  const event = { title: "Soup for all", ...times, intent: "publish" };
  return new URL((await submit(organizer, "/events/new", event)).url()).pathname;
}
