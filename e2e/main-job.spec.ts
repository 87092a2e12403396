import { fillEvent } from "./support/events";
import { look } from "./support/look";
import { mailsTo, mailTo } from "./support/mailbox";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

test("somebody announces an event, somebody asks to take part, and is let in @nojs", async ({
  newPerson,
}) => {
  test.setTimeout(180_000);
  const [ada, grace] = [somebody("Ada Marchand"), somebody("Grace Hopper")];
  const [organizer, member, visitor] = [await newPerson(), await newPerson(), await newPerson()];
  await signUp(organizer, ada);
  await signUp(member, grace);
  const title = `Repair café ${ada.handle}`;

  await test.step("a draft is kept, previewed and published", async () => {
    await organizer.goto("/events/new");
    await look(organizer);
    await organizer.getByLabel("Title").fill(title);
    await organizer.getByRole("button", { name: "Save draft" }).click();
    await expect(organizer.getByText("The draft is saved.")).toBeVisible();

    await organizer.goto("/my/events?tab=drafts");
    await look(organizer);
    await organizer.getByRole("link", { name: title }).first().click();
    if (!organizer.url().endsWith("/edit"))
      await organizer.getByRole("link", { name: "Edit or publish" }).click();
    await fillEvent(organizer, { title, approval: true, capacity: 2 });
    await organizer.getByRole("button", { name: "Preview" }).click();
    await expect(organizer.getByText("Draft: not published yet")).toBeVisible();
    await look(organizer);
    expect((await visitor.goto(organizer.url()))?.status()).toBe(404);

    await organizer.getByRole("link", { name: "Edit or publish" }).click();
    await organizer.getByRole("button", { name: "Publish" }).click();
    await expect(organizer.getByText("Your event is published.")).toBeVisible();
  });
  const path = new URL(organizer.url()).pathname;

  await test.step("a visitor reads it, and sees a change at once", async () => {
    await visitor.goto(path);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(visitor.getByText("19:00 – 22:00").first()).toBeVisible();
    await expect(visitor.locator("strong", { hasText: "broken" })).toBeVisible();
    await expect(visitor.getByText("Ask to take part").first()).toBeVisible();
    await look(visitor);

    await organizer.goto(`${path}/edit`);
    await look(organizer);
    await organizer.getByLabel("Place (optional)").fill("Salle Berthelot");
    await organizer.getByRole("button", { name: "Save changes" }).click();
    await expect(organizer.getByText("Your changes are saved")).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByText("Salle Berthelot").first()).toBeVisible();
  });

  await test.step("a member asks, with a message", async () => {
    await member.goto(path);
    await look(member);
    await member.getByLabel("Message to the organiser").fill("I’d bring my radio from 1961.");
    await member.getByRole("button", { name: "Ask to take part" }).click();
    await expect(member.getByText("Your request is sent.")).toBeVisible();
    await look(member);
    const mail = await mailTo(ada.email, new RegExp(title));
    expect(mail.text).toContain("I’d bring my radio from 1961.");
    await member.goto("/my/events?tab=waiting");
    await expect(member.getByRole("link", { name: title }).first()).toBeVisible();
    await look(member);
  });

  await test.step("nobody but the organiser can see who waits", async () => {
    expect((await member.goto(`${path}/participants`))?.status()).toBe(404);
    await visitor.goto(`${path}/participants`);
    expect(new URL(visitor.url()).pathname).toBe("/sign-in");
  });

  await test.step("the organiser lets them in; a mail with a calendar file tells them", async () => {
    await organizer.goto(`${path}/participants`);
    await look(organizer);
    await expect(organizer.getByText("I’d bring my radio from 1961.")).toBeVisible();
    await organizer.getByRole("button", { name: `Let ${grace.name} in` }).click();
    await expect(organizer.getByText("Let in. They are told by mail.")).toBeVisible();

    const mail = await mailTo(grace.email, new RegExp(title));
    const file = mail.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
    expect(file?.content.toString()).toMatch(/METHOD:REQUEST.*BEGIN:VEVENT/s);
    expect(`${mail.subject} ${mail.text}`).not.toContain(grace.email);
    await member.goto(path);
    await expect(member.getByText("You are going").first()).toBeVisible();
    await member.goto("/my/events?tab=going");
    await expect(member.getByRole("link", { name: title }).first()).toBeVisible();
    await visitor.goto(path);
    await expect(visitor.getByText("1 of 2 places taken").first()).toBeVisible();
  });

  await test.step("everybody finds it on the front page and on the page of who announced it", async () => {
    for (const reader of [visitor, member]) {
      await reader.goto(`/@${ada.handle}`);
      await expect(reader.getByRole("link", { name: title })).toBeVisible();
      await reader.goto("/");
      await look(reader);
    }
    await organizer.goto("/my/events");
    await expect(organizer.getByRole("link", { name: title }).first()).toBeVisible();
  });

  await test.step("leaving works, and frees the place", async () => {
    await member.goto(path);
    await member.getByText("Leave", { exact: true }).first().click();
    await member.getByRole("button", { name: "Leave the event" }).click();
    await expect(member.getByText("You no longer take part.")).toBeVisible();
    const calendars = async () => (await mailsTo(grace.email)).flatMap(({ attachments }) => attachments);
    const takenOut = async () =>
      (await calendars()).some(({ content }) => /METHOD:CANCEL/.test(`${content}`));
    await expect.poll(takenOut, { timeout: 20_000 }).toBe(true);
    await visitor.goto(path);
    await expect(visitor.getByText("0 of 2 places taken").first()).toBeVisible();
  });
});
