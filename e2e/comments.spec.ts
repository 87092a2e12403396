import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { look } from "./support/look";
import { linkIn, mailTo } from "./support/mailbox";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

const section = (page: Page) => page.locator("#comments");
const saying = (page: Page, words: string) => section(page).locator("li", { hasText: words }).last();

async function say(page: Page, path: string, words: string) {
  await page.goto(path);
  await page.getByLabel("Your comment").fill(words);
  await page.getByRole("button", { name: "Publish the comment" }).click();
}

test("people ask and answer under an event, and hosts look after it @nojs", async ({ newPerson }) => {
  test.setTimeout(180_000);
  const [ada, grace] = [somebody("Ada Marchand"), somebody("Grace Hopper")];
  const [host, guest, visitor] = [await newPerson(), await newPerson(), await newPerson()];
  await signUp(host, ada);
  await signUp(guest, grace);
  const title = `Repair café ${ada.handle}`;
  const path = await announce(host, { title });
  const open = (page: Page) => page.goto(path);

  await test.step("a visitor is asked to sign in, and sees what is said at once", async () => {
    await open(visitor);
    await expect(section(visitor)).toContainText("Nobody has said anything yet");
    await expect(visitor.getByRole("link", { name: "Sign in to comment" })).toBeVisible();
    await look(visitor);
    await say(guest, path, `Is there **cake**, @${ada.handle}? <script>alert(1)</script>`);
    await expect(guest.getByText("Your comment is there.")).toBeVisible();
    await look(guest);
    await open(visitor);
    await expect(section(visitor).locator("strong", { hasText: "cake" })).toBeVisible();
    await expect(section(visitor).getByRole("link", { name: `@${ada.handle}` })).toHaveAttribute(
      "href",
      new RegExp(`/@${ada.handle}$`),
    );
    await look(visitor);
  });

  await test.step("the host gets a mail, follows its link and answers; who asked gets a mail too", async () => {
    const mail = await mailTo(ada.email, /commented/);
    expect(mail.text).toContain("Is there cake");
    expect(`${mail.subject} ${mail.text}`).not.toContain(grace.email);
    await host.goto(linkIn(mail, "/events/"));
    await host.getByText(`Answer ${grace.name}`).click();
    await host.getByLabel(`Your answer to ${grace.name}`).fill("Yes, and tea.");
    await host.getByRole("button", { name: "Publish the answer" }).click();
    await expect(saying(host, "Yes, and tea.")).toContainText("Host");
    await look(host);
    const answer = await mailTo(grace.email, /answered you/);
    expect(answer.text).toContain("Yes, and tea.");
  });

  await test.step("nothing is published without words, and what was typed stays", async () => {
    await say(guest, path, "<!-- nothing -->");
    await expect(section(guest).getByRole("alert").first()).toContainText("Write something first.");
    await expect(guest.getByLabel("Your comment")).toHaveValue("<!-- nothing -->");
  });

  await test.step("the author edits, which leaves a trace", async () => {
    await open(guest);
    await section(guest)
      .getByRole("link", { name: /Edit or delete/ })
      .first()
      .click();
    await look(guest);
    await guest.getByLabel("What it says").fill("Is there any pie?");
    await guest.getByRole("button", { name: "Save the comment" }).click();
    await expect(guest.getByText("Your comment is changed.")).toBeVisible();
    await open(visitor);
    await expect(section(visitor)).toContainText("edited");
    await expect(section(visitor)).not.toContainText("cake");
  });

  await test.step("the host announces and pins, one at a time", async () => {
    await host.goto(path);
    await host.getByLabel("Your comment").fill("Bring a cup.");
    await host.getByLabel(/An announcement/).check();
    await host.getByRole("button", { name: "Publish the comment" }).click();
    await expect(saying(host, "Bring a cup.")).toContainText("Announcement");
    await section(host)
      .getByRole("link", { name: `Pin or delete – the comment of ${grace.name}` })
      .first()
      .click();
    await look(host);
    await host.getByRole("button", { name: "Pin above all others" }).click();
    await expect(host.getByText("The comment stands above all others now.")).toBeVisible();
    await open(visitor);
    await expect(section(visitor).locator(".comment-thread").first()).toContainText("pie");
    await expect(section(visitor).locator(".comment-thread").first()).toContainText("Pinned");
  });

  await test.step("a deleted comment leaves an empty place under its answers", async () => {
    await open(guest);
    await section(guest)
      .getByRole("link", { name: /Edit or delete/ })
      .first()
      .click();
    await guest.getByText("Delete the comment…").click();
    await guest.getByRole("button", { name: "Yes, delete it" }).click();
    await expect(guest.getByText("The comment is deleted.")).toBeVisible();
    await open(visitor);
    await expect(section(visitor)).toContainText("This comment is no longer here.");
    await expect(section(visitor)).toContainText("Yes, and tea.");
    await expect(section(visitor)).not.toContainText("pie");
    await look(visitor);
  });

  await test.step("whoever may change nothing about a comment gets no page for it", async () => {
    await open(host);
    const link = section(host)
      .getByRole("link", { name: /Edit or delete/ })
      .first();
    const own = (await link.getAttribute("href"))!;
    await guest.goto(own);
    expect(new URL(guest.url()).pathname).toBe(path);
    await visitor.goto(own);
    expect(new URL(visitor.url()).pathname).toBe("/sign-in");
  });
});
