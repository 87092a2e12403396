import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { look } from "./support/look";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { type Person, signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

const named = (page: Page) => page.locator(".p-organizer");

async function ask(page: Page, path: string, handle: string) {
  await page.goto(`${path}/hosts`);
  await page.getByLabel("Handle").fill(handle);
  await page.getByRole("button", { name: "Ask", exact: true }).click();
}

/** As somebody who hosts: asks another, who says yes. */
async function hostTogether(page: Page, path: string, { whom, by }: { whom: Person; by: Page }) {
  await ask(page, path, `@${whom.handle}`);
  await expect(page.getByText("They were asked, and get a mail.")).toBeVisible();
  await by.goto(`${path}/hosts`);
  await by.getByRole("button", { name: "Accept" }).click();
  await expect(by.getByText("You host this event from now on.")).toBeVisible();
}

test("two host an event: asked, accepted, decided together, handed over, left @nojs", async ({
  newPerson,
}) => {
  test.setTimeout(240_000);
  const [ada, grace, rosa] = [somebody("Ada Marchand"), somebody("Grace Hopper"), somebody("Rosa Parks")];
  const [first, second, third] = [await newPerson(), await newPerson(), await newPerson()];
  const visitor = await newPerson();
  for (const [page, person] of [
    [first, ada],
    [second, grace],
    [third, rosa],
  ] as const)
    await signUp(page, person);
  const title = `Repair café ${ada.handle}`;
  const path = await announce(first, { title, approval: true });

  await test.step("the organiser asks by handle; a wrong one tells nothing, and what was typed stays", async () => {
    await first.getByRole("link", { name: "Who hosts" }).click();
    await expect(first.getByRole("heading", { level: 1 })).toHaveText("Who hosts");
    await look(first);
    await ask(first, path, "nobody_has_this");
    await expect(first.getByRole("alert").first()).toContainText("whose page you can open");
    await expect(first.getByLabel("Handle")).toHaveValue("nobody_has_this");
    for (const { handle } of [grace, rosa]) {
      await ask(first, path, `@${handle}`);
      await expect(first.getByText("They were asked, and get a mail.")).toBeVisible();
    }
    await expect(first.locator(".hosts li", { hasText: grace.handle })).toContainText("no answer yet");
    await look(first);
  });

  await test.step("until they accept they can do nothing, and nobody is told of them", async () => {
    for (const page of ["edit", "participants"])
      expect((await second.goto(`${path}/${page}`))?.status(), page).toBe(404);
    await visitor.goto(path);
    await expect(named(visitor)).toHaveText([ada.name]);
  });

  await test.step("one opens the mail's link and accepts; the page names both", async () => {
    const mail = await mailTo(grace.email, /will you host it too/);
    expect(`${mail.subject} ${mail.text}`).not.toContain(ada.email);
    await second.goto(linkIn(mail, "/events/"));
    await expect(second.getByText("would like to host this event together with")).toBeVisible();
    await look(second);
    await second.getByRole("button", { name: "Accept" }).click();
    await expect(second.getByText("You host this event from now on.")).toBeVisible();
    await expect(second.getByRole("heading", { name: "You host this" })).toBeVisible();
    await look(second);
    await mailTo(ada.email, /hosts it with you/);
    await visitor.goto(path);
    await expect(named(visitor)).toHaveText([ada.name, grace.name]);
    await expect(named(visitor).last()).toHaveAttribute("href", `/@${grace.handle}`);
    await look(visitor);
  });

  await test.step("the other declines where their events are", async () => {
    await third.goto("/my/events");
    await expect(third.getByRole("heading", { name: "You are asked to host" })).toBeVisible();
    await look(third);
    await third.getByRole("button", { name: "Decline" }).click();
    await expect(third.getByText("You declined. The organiser is told.")).toBeVisible();
    await expect(third.getByRole("heading", { name: "You are asked to host" })).toBeHidden();
    await mailTo(ada.email, /does not host it/);
    await first.goto(`${path}/hosts`);
    await expect(first.locator(".hosts li", { hasText: rosa.handle })).toContainText("Declined");
  });

  await test.step("requests reach both, and either decides", async () => {
    await third.goto(path);
    await third.getByRole("button", { name: "Ask to take part" }).click();
    await expect(third.getByText("Your request is sent.")).toBeVisible();
    for (const { email } of [ada, grace]) await mailTo(email, new RegExp(`${rosa.name}`));
    await second.goto(`${path}/participants`);
    await look(second);
    await second.getByRole("button", { name: `Let ${rosa.name} in` }).click();
    await mailTo(rosa.email, /you were let in/);
  });

  await test.step("a host edits, and does not decide who hosts", async () => {
    await second.goto("/my/events");
    await expect(second.getByRole("link", { name: title }).first()).toBeVisible();
    await second.goto(`${path}/edit`);
    await second.getByLabel("Place (optional)").fill("Salle Berthelot");
    await second.getByRole("button", { name: "Save changes" }).click();
    await expect(second.getByText("Your changes are saved")).toBeVisible();
    await second.goto(`${path}/hosts`);
    await expect(second.getByText("Stop hosting…")).toBeVisible();
    await expect(second.getByText("Hand over…")).toBeHidden();
    await expect(second.getByText(`Remove ${ada.name}…`)).toHaveCount(0);
    await look(second);
  });

  await test.step("the organiser hands over, hosts still, and leaves", async () => {
    await first.goto(`${path}/hosts`);
    await first.getByText("Hand over…").click();
    await expect(first.getByText("only Grace Hopper can give it back")).toBeVisible();
    await look(first);
    await first.getByRole("button", { name: `Yes, hand it over to ${grace.name}` }).click();
    await expect(first.getByText("The event is handed over.")).toBeVisible();
    await mailTo(grace.email, /it is yours now/);
    await visitor.goto(path);
    await expect(named(visitor)).toHaveText([grace.name, ada.name]);
    await first.goto(`${path}/hosts`);
    await first.getByText("Stop hosting…").click();
    await first.getByRole("button", { name: "Yes, stop hosting" }).click();
    await expect(first.getByText("You no longer host that event.")).toBeVisible();
    expect((await first.goto(`${path}/edit`))?.status()).toBe(404);
    await visitor.goto(path);
    await expect(named(visitor)).toHaveText([grace.name]);
  });

  await test.step("whoever is removed is told", async () => {
    await hostTogether(second, path, { whom: ada, by: first });
    await second.goto(`${path}/hosts`);
    await second.locator(".hosts li", { hasText: ada.handle }).getByText("Remove…").click();
    await second.getByRole("button", { name: "Yes, remove" }).click();
    await expect(second.getByText("They no longer host this event.")).toBeVisible();
    await mailTo(ada.email, /you no longer host it/);
    await visitor.goto(path);
    await expect(named(visitor)).toHaveText([grace.name]);
  });
});

test("an event outlives the identity that announced it, where others host it too @nojs", async ({
  newPerson,
}) => {
  test.setTimeout(180_000);
  const [ada, climber, grace] = [somebody("Ada"), somebody("La Grimpe"), somebody("Grace Hopper")];
  const [owner, host, visitor] = [await newPerson(), await newPerson(), await newPerson()];
  await signUp(owner, ada);
  await signUp(host, grace);
  await owner.goto("/my/identities/new");
  await owner.getByLabel("Name", { exact: true }).fill(climber.name);
  await owner.getByLabel("Handle").fill(climber.handle);
  await owner.getByRole("button", { name: "Create this identity" }).click();
  await expect(owner.getByText("The identity is there")).toBeVisible();
  const kept = await announce(owner, { title: "Climbing morning" });
  await hostTogether(owner, kept, { whom: grace, by: host });
  const ended = await announce(owner, { title: "Climbing evening" });
  await hostTogether(owner, ended, { whom: grace, by: host });

  await owner.goto(`/my/identities/${climber.handle}/delete`);
  await expect(owner.getByText("Who goes on with your events?")).toBeVisible();
  await look(owner);
  const [morning, evening] = [owner.getByLabel("Climbing morning"), owner.getByLabel("Climbing evening")];
  await expect(morning.locator("option:checked")).toHaveText(`Hand over to ${grace.name} (@${grace.handle})`);
  await evening.selectOption({ label: "Cancel the event" });
  await owner.getByLabel("Your password").fill("not this one");
  await owner.getByRole("button", { name: `Delete ${climber.name} for good` }).click();
  await expect(owner.getByText("This is not your password.").first()).toBeVisible();
  await expect(evening.locator("option:checked")).toHaveText("Cancel the event");
  await owner.getByLabel("Your password").fill(ada.password);
  await owner.getByRole("button", { name: `Delete ${climber.name} for good` }).click();
  await expect(owner.getByText("The identity is gone.")).toBeVisible();

  await visitor.goto(kept);
  await expect(named(visitor)).toHaveText([grace.name]);
  expect((await visitor.goto(ended))?.status()).toBe(404);
  await mailTo(grace.email, /Climbing morning – it is yours now/);
  const texts = (await mailsTo(grace.email)).map(({ subject, text }) => `${subject} ${text}`).join();
  expect(texts).not.toContain(ada.handle);
  expect(texts).not.toContain(ada.email);
});
