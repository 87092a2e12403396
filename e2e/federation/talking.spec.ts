import type { Page } from "@playwright/test";
import { announce } from "../support/events";
import { mailTo } from "../support/mailbox";
import { submit } from "../support/submit";
import { arrives, find, forgetArrived, sees, seesNoMore } from "./journey";
import { expect, inTown, test } from "./towns";

async function say(page: Page, path: string, words: string) {
  await page.goto(path);
  await page.getByLabel("Your comment").fill(words);
  await page.getByRole("button", { name: "Publish the comment" }).click();
}

test("people of two servers talk under one event", async ({ north, south, citizen }) => {
  test.setTimeout(240_000);
  const [ada, linus] = [await citizen(north, "Ada"), await citizen(south, "Linus")];
  const path = await announce(ada.page, { title: `Talk of ${ada.handle}` });
  const here = await find(linus.page, north.wire.origin + path);

  await say(linus.page, here, "Is there **cake**?");
  await sees(ada.page, path, "cake");
  await inTown(north, () => mailTo(ada.email, /commented/));
  const comment = ada.page.locator("#comments li", { hasText: "cake" }).last();
  await expect(comment).toContainText(linus.address);

  await ada.page.getByText(`Answer ${linus.name}`).click();
  await ada.page.getByLabel(`Your answer to ${linus.name}`).fill("Yes, and tea.");
  await ada.page.getByRole("button", { name: "Publish the answer" }).click();
  await sees(linus.page, here, "Yes, and tea.");
  await inTown(south, () => mailTo(linus.email, /answered you/));

  await test.step("words are changed, and taken back", async () => {
    forgetArrived(north, south);
    await linus.page.getByRole("link", { name: "Edit or delete" }).first().click();
    await linus.page.getByLabel("What it says").fill("Is there any cake left?");
    await linus.page.getByRole("button", { name: "Save the comment" }).click();
    await arrives(north, "Update");
    await sees(ada.page, path, "any cake left");
    await linus.page.goto(here);
    await linus.page.getByRole("link", { name: "Edit or delete" }).first().click();
    await linus.page.getByText("Delete the comment…").click();
    await linus.page.getByRole("button", { name: "Yes, delete it" }).click();
    await arrives(north, "Delete");
    await seesNoMore(ada.page, path, "any cake left");
  });

  await test.step("a message of a host comes to who comes from elsewhere, and to them alone", async () => {
    await submit(linus.page, here, { answer: "going" });
    await arrives(south, "Accept");
    forgetArrived(north, south);
    await submit(ada.page, `${path}/messages`, { subject: "Bring cups", body: "There are **none**." });
    const { object, to } = (await arrives(south, "Create")) as { object: { to: string[] }; to: string[] };
    const only = [`${south.wire.origin}/@${linus.handle}`];
    expect([to, object.to].map((value) => [value].flat())).toEqual([only, only]);
  });
});
