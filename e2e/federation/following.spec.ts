import { announce, dayIn } from "../support/events";
import { mailTo } from "../support/mailbox";
import { submit } from "../support/submit";
import { arrives, find, forgetArrived, sees, seesNoMore } from "./journey";
import { expect, inTown, test } from "./towns";

test("what somebody announces comes to those who follow on another server, and its changes after it", async ({
  north,
  south,
  citizen,
}) => {
  test.setTimeout(240_000);
  const ada = await citizen(north, "Ada");
  const linus = await citizen(south, "Linus");
  const title = `Bells of ${ada.handle}`;
  const day = dayIn(200);

  await find(linus.page, ada.address);
  await expect(linus.page.getByRole("heading", { level: 1 })).toHaveText(ada.name);
  await linus.page.getByRole("button", { name: /^Follow/ }).click();
  await arrives(south, "Accept");
  await sees(linus.page, "/my/follows", ada.name);

  const path = await announce(ada.page, { title, day });
  await arrives(south, "Create");
  await sees(linus.page, "/my/feed", title);
  await linus.page.getByRole("link", { name: title }).click();
  await expect(linus.page.getByText(`From ${north.host}.`)).toBeVisible();
  await expect(linus.page.getByRole("link", { name: "See it there" })).toHaveAttribute(
    "href",
    north.wire.origin + path,
  );
  const here = new URL(linus.page.url()).pathname;
  await sees(linus.page, `/search?q=${encodeURIComponent(title)}`, title);

  await test.step("who comes is told of another time", async () => {
    await submit(linus.page, here, { answer: "going" });
    await inTown(south, () => mailTo(linus.email, new RegExp(title)));
    await ada.page.goto(`${path}/edit`);
    await ada.page.getByLabel("Starts").fill(`${day}T20:30`);
    await ada.page.getByLabel("Ends").fill(`${day}T23:30`);
    await ada.page.getByRole("button", { name: "Save changes" }).click();
    await expect(ada.page.getByText("Your changes are saved")).toBeVisible();
    await arrives(south, "Update");
    await sees(linus.page, here, "20:30");
  });

  await test.step("and that it is called off, and when it is gone", async () => {
    await ada.page.goto(`${path}/edit`);
    await ada.page.getByText("Cancel the event…").click();
    await ada.page.getByRole("button", { name: "Yes, cancel the event" }).click();
    await sees(linus.page, here, "This event is cancelled");
    await inTown(south, () => mailTo(linus.email, /cancelled/));
  });

  await test.step("whoever follows no more is no longer told", async () => {
    forgetArrived(north, south);
    await linus.page.goto("/my/follows");
    await linus.page.getByRole("button", { name: `Unfollow ${ada.name}` }).click();
    await arrives(north, "Undo");
    await announce(ada.page, { title: `${title} again` });
    await seesNoMore(linus.page, "/my/feed", `${title} again`);
    expect(south.wire.arrived.filter(({ body }) => body.type === "Create")).toEqual([]);
  });
});
