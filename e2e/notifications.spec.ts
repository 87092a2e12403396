import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { look } from "./support/look";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("an organiser who wants no mails about requests gets none @nojs", async ({ newPerson }) => {
  test.setTimeout(120_000);
  const [ada, grace] = [somebody("Ada Marchand"), somebody("Grace Hopper")];
  const [organizer, member] = [await newPerson(), await newPerson()];
  await signUp(organizer, ada);
  await signUp(member, grace);
  await organizer.goto("/my/notifications");
  await look(organizer);
  await organizer.getByRole("checkbox", { name: "Requests", exact: true }).uncheck();
  await organizer.getByRole("button", { name: "Save", exact: true }).click();
  await expect(organizer.getByText("Saved. This holds from the next mail on.")).toBeVisible();
  await organizer.reload();
  await expect(organizer.getByRole("checkbox", { name: "Requests", exact: true })).not.toBeChecked();
  await expect(organizer.getByRole("checkbox", { name: "Answers", exact: true })).toBeChecked();

  const path = await announce(organizer, { title: `Repair café ${ada.handle}`, approval: true });
  await ask(member, path);
  await organizer.goto(`${path}/participants`);
  await organizer.getByRole("button", { name: `Let ${grace.name} in` }).click();
  // The answer went out, so the request was heard before.
  await mailTo(grace.email, /let in/);
  expect((await mailsTo(ada.email)).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/Confirm/),
  ]);
});

test("a mail says how to get no more of its kind: with a page, and with one POST @nojs", async ({
  newPerson,
  request,
}) => {
  test.setTimeout(120_000);
  const [ada, grace] = [somebody("Ada Marchand"), somebody("Grace Hopper")];
  const [organizer, member, reader] = [await newPerson(), await newPerson(), await newPerson()];
  await signUp(organizer, ada);
  await signUp(member, grace);
  const path = await announce(organizer, { title: `Repair café ${ada.handle}`, approval: true });
  await ask(member, path);
  const mail = await mailTo(ada.email, /asks to take part/);
  const page = linkIn(mail, "/unsubscribe/");
  const header = (name: string) => mail.headerLines.find(({ key }) => key === name)?.line ?? "";
  expect(header("list-unsubscribe").replace(/\s+/g, " ")).toMatch(
    /^List-Unsubscribe: <http:\/\/localhost:\d+\/unsubscribe\/[\w-]+\/one-click>$/,
  );
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(header("list-unsubscribe")).toContain(page);

  await reader.goto(`${page}/one-click`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No more of these mails?");
  await expect(reader.getByText(`${ada.name} (@${ada.handle}) gets a mail`)).toBeVisible();
  await look(reader);
  await reader.getByRole("button", { name: "Yes, switch them off" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Switched off");
  await expectRequests(organizer, false);
  await reader.getByRole("button", { name: "Undo" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("No more of these mails?");
  await expectRequests(organizer, true);

  const oneClick = (form: Record<string, string>) => request.post(`${page}/one-click`, { form });
  expect((await oneClick({ something: "else" })).status()).toBe(400);
  await expectRequests(organizer, true);
  expect((await oneClick({ "List-Unsubscribe": "One-Click" })).status()).toBe(200);
  expect((await oneClick({ "List-Unsubscribe": "One-Click" })).status()).toBe(200);
  await expectRequests(organizer, false);
  await reader.goto(page);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Switched off");
});

test("a link that this server did not make does nothing @nojs", async ({ page, request }) => {
  const answer = await page.goto("/unsubscribe/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
  await look(page);
  const posted = await request.post("/unsubscribe/AAAA/one-click", {
    form: { "List-Unsubscribe": "One-Click" },
  });
  expect(posted.status()).toBe(404);
});

async function ask(member: Page, path: string) {
  await member.goto(path);
  await member
    .getByRole("button", { name: /Ask to take part/ })
    .first()
    .click();
  await expect(member.getByText("Your request is sent.").first()).toBeVisible();
}

async function expectRequests(organizer: Page, isOn: boolean) {
  await organizer.goto("/my/notifications");
  const box = organizer.getByRole("checkbox", { name: "Requests", exact: true });
  await (isOn ? expect(box).toBeChecked() : expect(box).not.toBeChecked());
}
