import { expect } from "@playwright/test";
import type { Face } from "./faces";

/** Asks somebody to host the event too. For whoever hosts it. */
export async function askToHost({ page }: Pick<Face, "page">, path: string, handle: string): Promise<void> {
  await page.goto(`${path}/hosts`);
  const form = page.locator("main form", { has: page.locator("input[name=handle]") });
  await form.locator("input[name=handle]").fill(handle);
  await form.locator("button[type=submit]").click();
  await expect(page).toHaveURL(/notice=host_invited/);
}

/** Says whether it will host, to which it was asked. */
export async function answerHosting(
  { page, handle }: Pick<Face, "page" | "handle">,
  path: string,
  answer: "accept" | "decline",
): Promise<void> {
  await page.goto(`${path}/hosts`);
  const form = page.locator(`main form[id^=${answer}-]`, { has: page.locator(`[name=as][value=${handle}]`) });
  await form.locator("button[type=submit]").click();
  await expect(page).toHaveURL(/notice=hosting_(accepted|declined)_now/);
}

/** What the organiser may do with another's hosting; all that a host may do with its own is to stop. */
export async function changeHosting(
  { page }: Pick<Face, "page">,
  path: string,
  { of, change }: { of: string; change: "hand over" | "remove" | "stop" },
): Promise<void> {
  await page.goto(`${path}/hosts`);
  const questions = page.locator(".hosts li", { hasText: of }).locator("details.dialog-opener");
  const question = questions.nth(change === "remove" ? 1 : 0);
  await question.locator("summary").click();
  await question.locator("dialog form button[type=submit]").click();
  await expect(page).toHaveURL(/notice=(event_handed_over|host_removed|hosting_left)/);
}

/** Follows another identity, or no longer. */
export async function follow(face: Pick<Face, "page" | "handle">, handle: string): Promise<void> {
  await actAs(face);
  await face.page.goto(`/@${handle}`);
  const button = face.page.locator("form.follow button");
  const before = await button.innerText();
  await button.click();
  await expect(button).not.toHaveText(before);
}

/** From now on its account acts as this one, where no form asks. */
async function actAs({ page, handle }: Pick<Face, "page" | "handle">): Promise<void> {
  await page.goto("/about");
  const button = page.locator(`header button[name=handle][value=${handle}]`);
  if ((await button.count()) === 0) return;
  await page.locator("summary.who").click();
  await button.click();
  await expect(button).toHaveCount(0);
}
