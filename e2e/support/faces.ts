import { randomBytes } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { fillEvent } from "./events";
import { submit } from "./submit";

/** One identity, and the browser in which its account is signed in. Its word is in all that it writes, and nowhere else. */
export type Face = { page: Page; word: string; handle: string; name: string };

export type Picture = { name: string; mimeType: string; buffer: Buffer };

/** Letters that nobody else has: of one length, so that all pages of all faces weigh the same. */
export function newWord(): string {
  return randomBytes(5)
    .toString("hex")
    .replace(/\d/g, (digit) => "ghijkmnpqr"[Number(digit)]!);
}

export function newFace(page: Page, word = newWord()): Face {
  return { page, word, handle: `face_${word}`, name: `Face of ${word}` };
}

/** A picture like no other, with a name in it that nobody should see. */
export async function photograph(background: string): Promise<Picture> {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const buffer = await sharp({ create: { width: 1800, height: 1200, channels: 3, background, noise } })
    .withExif({ IFD0: { Artist: newWord() } })
    .jpeg()
    .toBuffer();
  return { name: `${newWord()}.jpg`, mimeType: "image/jpeg", buffer };
}

/** One more identity for the account. */
export async function makeIdentity({ page, handle, name }: Face): Promise<void> {
  const answer = await submit(page, "/my/identities/new", { name, handle });
  expect(answer.url()).toContain("notice=identity_created");
}

/** Says who it is, with pictures and a line. */
export async function dress({ page, handle, word }: Face, picture: Picture): Promise<void> {
  await page.goto(`/my/identities/${handle}`);
  await page.locator("textarea[name=summary]").fill(`Knows much about ${word}.`);
  for (const file of await page.locator("main input[type=file]").all()) await file.setInputFiles(picture);
  await page.locator("input[name^=field][name$=Name]").first().fill("Known for");
  await page.locator("input[name^=field][name$=Value]").first().fill(`Much about ${word}`);
  await page.getByRole("main").getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/notice=identity_saved/);
}

let announced = 0;

/** Announces an event with a picture, and moves it to another place; answers with its path. */
export async function announce(face: Face, picture: Picture): Promise<string> {
  const { page, word } = face;
  await page.goto("/events/new");
  await fillEvent(page, { title: `Evening of ${word}`, description: `All about ${word}.` });
  // Nothing in common with the others' events: pages name similar ones below.
  await page.locator("select[name=category]").selectOption({ index: ++announced });
  await page.locator("[name=tags]").fill(word);
  await page.locator("input[name=picture]").setInputFiles(picture);
  await speakAs(face);
  await page.locator(".btn[name=intent][value=publish]").click();
  await expect(page).toHaveURL(/notice=event_published/);
  return new URL(page.url()).pathname;
}

export async function moveElsewhere(
  { page, word }: Face,
  path: string,
  place = `House of ${word}`,
): Promise<void> {
  const answer = await submit(page, `${path}/edit`, { placeName: place, intent: "save" });
  expect(answer.url()).toContain("notice=event_saved");
}

export async function cancel({ page }: Face, path: string): Promise<void> {
  await page.goto(`${path}/edit`);
  // The first question; the second is whether to delete it.
  const question = page.locator("main details.dialog-opener").first();
  await question.locator("summary").click();
  await question.locator("dialog form button[type=submit]").click();
  await expect(page).toHaveURL(/notice=event_called_off/);
}

/** Asks to take part, or just comes where that is free. */
export async function join(face: Face, path: string, message?: string): Promise<void> {
  const { page } = face;
  await page.goto(path);
  // Above it stand the answers of other identities, which may be changed in forms like this one.
  const form = page.locator("form", { has: page.locator("button[name=answer]") }).last();
  if (!(await form.isVisible())) await page.locator(".panel > details.more > summary").click();
  if (message) {
    const note = form.locator("textarea[name=message]");
    if (!(await note.isVisible())) await form.locator("details.more > summary").click();
    await note.fill(message);
  }
  await speakAs(face, form);
  await form.locator(".btn-wide").click();
  await expect(page).toHaveURL(/notice=(you_are_in|request_sent)/);
}

/** Answers otherwise, or brings somebody along. */
export async function changeAnswer(
  { page, handle }: Face,
  path: string,
  { answer, adults }: { answer: "going" | "maybe"; adults?: number },
): Promise<void> {
  await page.goto(path);
  const form = page.locator(`form[id="change-${handle}"]`);
  if (!(await form.isVisible()))
    await page.locator("details.more", { has: form }).locator("> summary").click();
  if (adults) await form.locator("input[name=adults]").fill(String(adults));
  await form.locator(`button[value=${answer}]`).click();
  await expect(page).toHaveURL(/notice=(you_are_in|you_may_come|answer_changed)/);
}

export async function leave({ page, handle }: Face, path: string): Promise<void> {
  await page.goto(path);
  const opener = page.locator("details.dialog-opener", {
    has: page.locator(`input[name=as][value=${handle}]`),
  });
  await opener.locator("summary").click();
  await opener.locator("button[type=submit]").click();
  await expect(page).toHaveURL(/notice=you_left/);
}

/** From now on its account reads French. */
export async function readFrench(page: Page): Promise<void> {
  await page.goto("/my/settings");
  await page.locator("#language select[name=locale]").selectOption("fr");
  await page.locator("#language button[type=submit]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
}

/** Says something under an event. */
export async function say(face: Face, path: string, words: string): Promise<void> {
  await face.page.goto(path);
  const form = face.page.locator("#new-comment");
  await form.locator("textarea").fill(words);
  await speakAs(face, form);
  await form.locator("button[type=submit]").click();
  await expect(face.page).toHaveURL(/notice=comment_added/);
}

/** Lets the one in who waits, or takes the place of the one who is in. For whoever organises. */
export async function decide(page: Page, path: string, decision: "let in" | "take back"): Promise<void> {
  const isLetIn = decision === "let in";
  await page.goto(`${path}/participants?tab=${isLetIn ? "waiting" : "going"}`);
  if (!isLetIn) await page.locator("details.take-back > summary").click();
  await page
    .locator(`form[id^=${isLetIn ? "let-in" : "refuse"}] button`)
    .first()
    .click();
  await expect(page).toHaveURL(/notice=participant_/);
}

/** Makes the secret address of its calendar, and another one after that. */
export async function calendarOf({ page, handle }: Face): Promise<string> {
  const row = page.locator("#calendars li", { hasText: `@${handle}` });
  await page.goto("/my/identities");
  await row.locator("button[type=submit]").click();
  await expect(row.locator("input[readonly]")).toBeVisible();
  await row.locator("summary").click();
  await row.locator("button[type=submit]").click();
  await expect(page).toHaveURL(/notice=calendar_address_made/);
  return new URL(await row.locator("input[readonly]").inputValue()).pathname;
}

/** Deletes the identity, which its account has to confirm. */
export async function goForGood({ page, handle }: Face, password: string): Promise<void> {
  await page.goto(`/my/identities/${handle}/delete`);
  await page.locator("main input[name=password]").fill(password);
  await page.locator("main button.btn-danger").click();
  await expect(page).toHaveURL(/notice=identity_deleted/);
}

/** Chooses in the form who acts, where there is a choice. */
async function speakAs({ page, handle }: Face, form: Locator = page.locator("main")): Promise<void> {
  // Comments have a choice of their own, below.
  const choice = form.locator("select[name=as]").first();
  if (await choice.count()) await choice.selectOption(handle);
}
