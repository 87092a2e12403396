import { announce } from "../support/events";
import { somebody } from "../support/people";
import { submit } from "../support/submit";
import { arrives, find, forgetArrived, sees } from "./journey";
import { expect, test } from "./towns";

// The last of these files by its name: what a suspended server refused is tried again after a minute, and all that is for it waits.
test("administrators follow a server, find what is announced there, and end it again", async ({
  north,
  south,
  citizen,
  browser,
}) => {
  test.setTimeout(240_000);
  const ada = await citizen(north, "Ada");
  const linus = await citizen(south, "Linus");
  const context = await browser.newContext({ baseURL: south.wire.origin, locale: "en-GB" });
  const boss = await context.newPage();
  forgetArrived(north, south); // what the journey before got last
  const { email, password, name, handle } = somebody("Vera");
  await submit(boss, south.app.welcomePath!, { email, password, name, handle });

  await test.step("what is announced there is found here, though nobody follows who announces it", async () => {
    await boss.goto("/admin/federation");
    await boss.getByLabel("Follow a server").fill(north.host);
    await boss.getByRole("button", { name: "Follow", exact: true }).click();
    await arrives(south, "Accept");
    const title = `For all, ${ada.handle}`;
    await announce(ada.page, { title });
    await arrives(south, "Announce");
    await sees(linus.page, `/search?q=${encodeURIComponent(title)}`, title);
  });

  await test.step("a suspended server is heard and told no more", async () => {
    const { page } = linus;
    await find(page, ada.address);
    await page.getByRole("button", { name: /^Follow/ }).click();
    await arrives(south, "Accept", 2);
    await submit(boss, "/admin/federation", {
      domain: north.host,
      severity: "suspend",
      reason: "",
      note: "Spam",
    });
    forgetArrived(north, south);
    await boss.waitForTimeout(2500); // other processes remember for two seconds what was decided before
    await announce(ada.page, { title: `Unheard ${ada.handle}` });
    await arrives(south, "Create");
    expect(south.wire.arrived.map(({ status }) => status)).toEqual([403]);
    await page.goto(`/search?q=${encodeURIComponent(`@nobody@${north.host}`)}`);
    await expect(page.getByText("exchanges nothing with", { exact: false })).toBeVisible();
  });

  await test.step("and is open again", async () => {
    await boss.goto("/admin/federation");
    await boss.getByText("Open again").click();
    await boss.getByRole("button", { name: "Yes, open it" }).click();
    await expect(boss.getByText(north.host, { exact: true }).first()).toBeVisible();
    await boss.waitForTimeout(2500);
    await find(linus.page, ada.address);
    await expect(linus.page.getByRole("heading", { level: 1 })).toHaveText(ada.name);
  });
  await context.close();
});
