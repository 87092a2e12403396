import { expect, type Page } from "@playwright/test";
import { submit } from "./submit";

export type Announcement = {
  title: string;
  description?: string;
  approval?: boolean;
  capacity?: number;
  /** 2027-06-18; if not told, a day that is to come whenever the test runs. */
  day?: string;
};

const someDay = `${new Date().getUTCFullYear() + 1}-06-18`;

/** Fills in the organiser's form, which is open on the page. */
export async function fillEvent(page: Page, { day = someDay, ...announcement }: Announcement) {
  const { title, description, approval, capacity } = announcement;
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Starts").fill(`${day}T19:00`);
  await page.getByLabel("Ends").fill(`${day}T22:00`);
  await page.getByLabel("Time zone").selectOption("Europe/Paris");
  await page.getByLabel("Place (optional)").fill("Maison des Associations");
  await page.getByLabel("Address", { exact: false }).first().fill("6 cours des Alliés, Rennes");
  await page.getByLabel("Description (optional)").fill(description ?? "Bring what is **broken**.");
  await unfold(page, "Picture, category and tags");
  await page.getByLabel("Category").selectOption({ label: "Community" });
  await page.getByLabel("Tags").fill("repair, bicycles");
  await unfold(page, "Taking part, and who can find it");
  if (approval) await page.getByLabel("You let people in").check();
  if (capacity) await page.locator("input[name=capacity]").fill(String(capacity));
}

/** The day that many days from now. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Announces an event from nothing, as the form does that `fillEvent` fills in, but without drawing it; the page then shows
 * the event. Answers with its path.
 */
export async function announce(page: Page, announcement: Announcement): Promise<string> {
  const { title, description, approval, capacity, day = someDay } = announcement;
  const answer = await submit(page, "/events/new", {
    ...place,
    title,
    ...{ startsAt: `${day}T19:00`, endsAt: `${day}T22:00`, zone: "Europe/Paris" },
    ...{
      description: description ?? "Bring what is **broken**.",
      category: "COMMUNITY",
      tags: "repair, bicycles",
    },
    joinMode: approval ? "approval" : "free",
    capacity: capacity ? String(capacity) : "",
    intent: "publish",
  });
  await page.goto(answer.url());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return new URL(page.url()).pathname;
}

const place = { placeName: "Maison des Associations", placeAddress: "6 cours des Alliés, Rennes" };

export async function unfold(page: Page, heading: string) {
  const details = page.locator("details", { hasText: heading });
  const isOpen = await details.evaluate((element) => (element as HTMLDetailsElement).open).catch(() => true);
  if (!isOpen) await details.locator("summary").click();
}
