import { expect, type Page } from "@playwright/test";
import type { Town } from "./towns";

/** Other servers take seconds; those that were down are asked again when they speak themselves. */
const PATIENCE = { timeout: 90_000, intervals: [250, 500, 1000] };

/** Waits until an activity of this type came to a town, as often as told, whatever its answer was. */
export async function arrives(town: Town, type: string, times = 1): Promise<Record<string, unknown>> {
  const found = () => town.wire.arrived.filter(({ body }) => body.type === type);
  await expect
    .poll(() => found().length, { ...PATIENCE, message: `${type} at ${town.host}` })
    .toBeGreaterThanOrEqual(times);
  return found().at(-1)!.body;
}

/** From here on only what comes later counts. */
export function forgetArrived(...towns: Town[]): void {
  for (const { wire } of towns) wire.arrived.length = 0;
}

/** Looks something of another server up by its address, and stands on its page here; answers its path. */
export async function find(page: Page, address: string): Promise<string> {
  await page.goto(`/search?q=${encodeURIComponent(address)}`);
  await expect(page).not.toHaveURL(/\/search/);
  return new URL(page.url()).pathname;
}

/** Opens a path again and again until it shows this, as people do who wait for an answer. */
export async function sees(page: Page, path: string, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 1000 });
  }).toPass(PATIENCE);
}

/** The same for what is not to be there any more. */
export async function seesNoMore(page: Page, path: string, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(words)).toHaveCount(0, { timeout: 1000 });
  }).toPass(PATIENCE);
}
