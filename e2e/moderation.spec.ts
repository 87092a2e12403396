import { makeIdentity, newFace } from "./support/faces";
import { look } from "./support/look";
import { test } from "./support/registration-town";
import { expect } from "./support/test";

test("who is behind an identity is told for a reason, and once @nojs", async ({ boss, page }) => {
  const face = newFace(boss);
  await makeIdentity(face);
  await boss.goto(`/@${face.handle}`);
  await boss.getByRole("link", { name: "Who is behind this?" }).click();
  await expect(boss.getByRole("heading", { level: 1 })).toHaveText(`Who is behind ${face.name}?`);
  await look(boss);
  await expect(boss.getByRole("main")).not.toContainText("@example.org");

  const answer = boss.getByRole("region", { name: `The account behind @${face.handle}` });
  await boss.getByLabel("Why do you need to know?").fill("spam          ");
  await boss.getByRole("button", { name: "Show the account" }).click();
  await expect(boss.getByText("Say why in a sentence").first()).toBeVisible();
  await expect(answer).toHaveCount(0);

  await boss.getByLabel("Why do you need to know?").fill("Three people reported it for insults.");
  await boss.getByRole("button", { name: "Show the account" }).click();
  await expect(answer).toContainText("@example.org");
  await expect(answer).toContainText("Administrator");
  await expect(answer).toContainText(`${face.name} (@${face.handle})`);

  await boss.goto(new URL(boss.url()).pathname);
  await expect(boss.getByRole("button", { name: "Show the account" })).toBeVisible();
  await expect(answer).toHaveCount(0);

  await page.goto(`/moderation/accounts/${face.handle}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(`/@${face.handle}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(face.name);
  await expect(page.getByText("Who is behind this?")).toHaveCount(0);
});
