import type { Page } from "@playwright/test";
import { announce } from "./support/events";
import { look } from "./support/look";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("people block somebody, a server and words, and come across them no more @nojs", async ({
  newPerson,
}) => {
  test.setTimeout(120_000);
  const [ada, grace] = [somebody("Ada Marchand"), somebody("Grace Hopper")];
  const [reader, singer] = [await newPerson(), await newPerson()];
  await signUp(reader, ada);
  await signUp(singer, grace);
  const title = `Grand Théâtre of ${grace.handle}`;
  const path = await announce(singer, { title });
  const found = `/search?q=${encodeURIComponent(title)}`;
  const card = reader.getByRole("link", { name: title });

  await test.step("what contains a muted word is folded away, and can be opened", async () => {
    await reader.goto("/my/blocks");
    await look(reader);
    await reader.getByLabel("Word or phrase").fill("grand theatre");
    await reader.getByLabel("How long?").selectOption({ label: "For a week" });
    await reader.getByRole("button", { name: "Mute", exact: true }).click();
    await expect(reader.getByText("The word is muted.")).toBeVisible();
    await expect(reader.locator("#words li")).toContainText(/grand theatre\s+until/);
    await look(reader);

    await reader.goto(found);
    await expect(card).toBeHidden();
    await look(reader);
    await reader.getByText("Hidden: contains “grand theatre”.").click();
    await expect(card).toBeVisible();
    await reader.goto("/my/blocks");
    await reader.getByRole("button", { name: "Take it back grand theatre" }).click();
    await reader.goto(found);
    await expect(card).toBeVisible();
  });

  await test.step("a server is written down as people write it, and never our own", async () => {
    await reader.goto("/my/blocks");
    await reader.getByText("Block or mute a server").click();
    await reader.getByLabel("Server", { exact: true }).fill(new URL(reader.url()).host);
    await reader.getByRole("button", { name: "Add to the list" }).click();
    await expect(reader.locator("form#block-server")).toContainText("This is our own server.");
    await reader.goto("/my/blocks");
    await reader.getByText("Block or mute a server").click();
    await reader.getByLabel("Server", { exact: true }).fill("https://Loud.Example/about");
    await reader.getByRole("button", { name: "Add to the list" }).click();
    await expect(reader.locator("#servers li")).toContainText("loud.example");
    await look(reader);
    await reader.getByRole("button", { name: "Take it back loud.example" }).click();
    await expect(reader.locator("#servers li")).toHaveCount(0);
  });

  await test.step("neither comes across the other, and who is blocked is told nothing", async () => {
    const own = await announce(reader, { title: `Quiet hour of ${ada.handle}` });
    await reader.goto(`/my/blocks/new?whom=${grace.handle}`);
    await look(reader);
    await reader.getByRole("button", { name: `Block ${grace.name}` }).click();
    await expect(reader.getByText("They are blocked.")).toBeVisible();
    await reader.goto(found);
    await expect(card).toHaveCount(0);
    await singer.goto(`/search?q=${encodeURIComponent(ada.handle)}`);
    await expect(singer.getByRole("link", { name: /Quiet hour/ })).toHaveCount(0);
    for (const [page, at] of [
      [singer, own],
      [reader, path],
    ] as const) {
      await page.goto(at);
      await expect(heading(page)).toHaveText(/Quiet hour|Grand Théâtre/);
    }
  });
});
