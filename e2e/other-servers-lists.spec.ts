import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { e2e } from "./support/environment";
import { look } from "./support/look";
import { mailTo } from "./support/mailbox";
import { somebody } from "./support/people";
import { fillIn, send, test } from "./support/registration-town";
import { expect } from "./support/test";

// They change one server, so they wait for each other.
test.describe.configure({ mode: "default" });

const head = "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n";

test("a list of servers is looked at first, taken over, and given out as it came @nojs", async ({
  boss,
}, info) => {
  const spam = `spam-${info.project.name}.example`;
  const line = `${spam},suspend,true,true,"Spam, and more of it",false\n`;
  const file = {
    name: "blocks.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${head}${line}not a name,suspend\n`),
  };

  await boss.goto("/admin/federation");
  await boss.getByRole("link", { name: "Lists as files" }).click();
  await look(boss);
  await boss.getByRole("button", { name: "See what it changes" }).click();
  await expect(boss.getByText("There is no server in it.").first()).toBeVisible();
  await boss.locator("input[name=file]").setInputFiles(file);
  await boss.getByRole("button", { name: "See what it changes" }).click();
  await expect(boss.getByRole("heading", { level: 1 })).toHaveText("What this list changes");
  await expect(boss.getByText("Suspended · Spam, and more of it")).toBeVisible();
  await expect(boss.getByText("line 3: this is no name of a server")).toBeVisible();
  await look(boss);

  await boss.goto("/about");
  await expect(boss.getByText(spam)).toHaveCount(0);
  await boss.goBack();
  await boss.getByRole("button", { name: "Take it over" }).click();
  await expect(boss.getByText("The list is taken over.")).toBeVisible();
  await expect(boss.getByRole("listitem").filter({ hasText: spam })).toContainText("Suspended");
  await look(boss);
  await boss.goto("/about");
  await expect(boss.getByText(spam)).toBeVisible();
  const given = await boss.context().request.get("/admin/federation/servers.csv");
  expect(await given.text()).toContain(line);

  await boss.goto("/admin/federation/lists");
  await boss.getByLabel("Or its text").fill(await given.text());
  await boss.getByRole("button", { name: "See what it changes" }).click();
  await expect(boss.getByText("There is nothing to decide.")).toBeVisible();
  await look(boss);
});

test("a mail that failed is seen, tried again and arrives; a test mail says whether mail works @nojs", async ({
  boss,
  newPerson,
}) => {
  const ada = somebody("Ada");
  ada.email = `late-${ada.email}`;
  const closed = join(e2e().dataDir, "mail-closed");
  writeFileSync(closed, "");
  const page = await newPerson();
  await fillIn(page, ada);
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
  const kept = boss.getByRole("listitem").filter({ hasText: "l•••@" });
  await expect(async () => {
    await boss.goto("/admin/jobs");
    await expect(kept).toContainText("SMTP 450", { timeout: 500 });
  }).toPass();
  expect(await boss.content()).not.toContain(ada.email);
  await look(boss);

  rmSync(closed);
  await kept.getByRole("button", { name: "Try now" }).click();
  await expect(boss.getByText("The mail is tried again now.")).toBeVisible();
  await mailTo(ada.email, /Confirm/);

  await boss.getByRole("button", { name: "Send me a test mail" }).click();
  await expect(boss.getByText("It is on its way.")).toBeVisible();
  await look(boss);
});
