import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { look } from "./support/look";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

async function invite(page: Page, path: string, whom: string) {
  await page.goto(`${path}/invitations`);
  await page.getByLabel("Whom").fill(whom);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
}

const row = (page: Page, handle: string) => page.locator(".hosts li", { hasText: handle });

test("a host asks people to come, who say yes, perhaps, or nothing @nojs", async ({ newPerson }) => {
  test.setTimeout(240_000);
  const [ada, grace, rosa] = [somebody("Ada Marchand"), somebody("Grace Hopper"), somebody("Rosa Parks")];
  const [host, guest, third] = [await newPerson(), await newPerson(), await newPerson()];
  await Promise.all([signUp(host, ada), signUp(guest, grace), signUp(third, rosa)]);
  const title = `Repair café ${ada.handle}`;
  const path = await announce(host, { title, approval: true });

  await test.step("the host finds the page; a wrong name tells nothing, and what was typed stays", async () => {
    await host.goto(`${path}/participants`);
    await host.getByRole("link", { name: "Invite", exact: true }).click();
    await expect(host.getByRole("heading", { level: 1 })).toHaveText("Invitations");
    await look(host);
    await invite(host, path, "nobody_has_this");
    await expect(host.getByRole("alert").first()).toContainText("whose page you can open");
    await expect(host.getByLabel("Whom")).toHaveValue("nobody_has_this");
    for (const { handle } of [grace, rosa]) {
      await invite(host, path, `@${handle}`);
      await expect(host.getByText("They were invited.")).toBeVisible();
      await expect(row(host, handle)).toContainText("No answer yet");
    }
    await look(host);
    expect((await guest.goto(`${path}/invitations`))?.status()).toBe(404);
  });

  await test.step("the mail leads to the event; saying yes needs no decision", async () => {
    const mail = await mailTo(grace.email, /You are invited/);
    expect(`${mail.subject} ${mail.text}`).not.toContain(ada.email);
    expect(mail.text).toContain("nobody has to let you in");
    await guest.goto(linkIn(mail, "/events/"));
    await expect(guest.getByText("is invited, and is in without anybody’s decision")).toBeVisible();
    await look(guest);
    await guest.goto("/my/events");
    const asked = guest.getByRole("region", { name: title });
    await expect(asked).toContainText(`${ada.name} (@${ada.handle}) asks ${grace.name} to come.`);
    await look(guest);
    await asked.getByRole("button", { name: "I’ll come" }).click();
    await expect(guest.getByText("You are in.").first()).toBeVisible();
    await guest.goto("/my/events");
    await expect(guest.getByRole("region", { name: title })).toHaveCount(0);
    await host.goto(`${path}/invitations`);
    await expect(row(host, grace.handle)).toContainText("Comes");
    expect(await mailsTo(ada.email)).not.toContainEqual(expect.objectContaining({ subject: /asks/ }));
  });

  await test.step("another puts it away, which nobody hears of; it is taken back, and asked again", async () => {
    await third.goto("/my/events");
    const asked = third.getByRole("region", { name: title });
    await asked.getByRole("button", { name: "Put away without an answer" }).click();
    await expect(third.getByText("Nobody is told.")).toBeVisible();
    await expect(asked).toHaveCount(0);
    await host.goto(`${path}/invitations`);
    await expect(row(host, rosa.handle)).toContainText("No answer yet");
    await row(host, rosa.handle).getByRole("button").click();
    await expect(host.getByText("The invitation is taken back.")).toBeVisible();
    await expect(row(host, rosa.handle)).toHaveCount(0);
    await invite(host, path, rosa.handle);
    await expect(host.getByText("They were invited.")).toBeVisible();
    await third.goto("/my/events");
    await asked.getByRole("button", { name: "Maybe" }).click();
    await expect(third).toHaveURL(new RegExp(path));
    await host.goto(`${path}/invitations`);
    await expect(row(host, rosa.handle)).toContainText("Maybe");
    expect((await mailsTo(rosa.email)).filter(({ subject }) => /invited/.test(subject ?? ""))).toHaveLength(
      1,
    );
  });

  await test.step("whoever answered is not asked again", async () => {
    await invite(host, path, grace.handle);
    await expect(host.getByText("They were invited.")).toBeVisible();
    await expect(row(host, grace.handle)).toHaveCount(1);
    await expect(row(host, grace.handle)).toContainText("Comes");
  });
});
