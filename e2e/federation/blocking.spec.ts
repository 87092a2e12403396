import { announce } from "../support/events";
import { submit } from "../support/submit";
import { arrives, find, forgetArrived, sees, seesNoMore } from "./journey";
import { expect, test } from "./towns";

test("a block holds between two servers, in both directions, and nobody is told", async ({
  north,
  south,
  citizen,
}) => {
  test.setTimeout(240_000);
  const [ada, linus, grace] = [
    await citizen(north, "Ada"),
    await citizen(south, "Linus"),
    await citizen(south, "Grace"),
  ];
  const title = `Bells without ${linus.handle}`;
  const path = await announce(ada.page, { title });

  await test.step("whom Ada blocks follows no more", async () => {
    await find(linus.page, ada.address);
    await linus.page.getByRole("button", { name: /^Follow/ }).click();
    await arrives(south, "Accept");
    await sees(linus.page, "/my/follows", ada.name);
    await ada.page.goto(`/my/blocks/new?whom=${linus.address.slice(1)}`);
    await ada.page.getByRole("button", { name: `Block ${linus.name}` }).click();
    await expect(ada.page.getByText("They are blocked.")).toBeVisible();
    await arrives(south, "Reject");
    await seesNoMore(linus.page, "/my/follows", ada.name);
    expect(south.wire.arrived.map(({ body }) => body.type)).not.toContain("Block");
  });

  const here = await find(linus.page, north.wire.origin + path);
  await test.step("nor does he come, nor is he heard; others are", async () => {
    forgetArrived(north, south);
    await submit(linus.page, here, { answer: "going" });
    await submit(linus.page, here, { text: "Let me in" });
    await arrives(north, "Join");
    await arrives(north, "Create");
    await submit(grace.page, here, { answer: "going" });
    await submit(grace.page, here, { text: "Good evening" });
    await sees(ada.page, path, "Good evening");
    await expect(ada.page.getByText("Let me in")).toHaveCount(0);
    await sees(ada.page, `${path}/participants`, grace.name);
    await expect(ada.page.getByText(linus.address)).toHaveCount(0);
  });

  await test.step("whoever blocks Ada hears nothing of her", async () => {
    const [rosa, leo] = [await citizen(south, "Rosa"), await citizen(south, "Leo")];
    await find(rosa.page, ada.address);
    await rosa.page.goto(`/my/blocks/new?whom=${ada.address.slice(1)}`);
    await rosa.page.getByRole("button", { name: `Block ${ada.name}` }).click();
    await expect(rosa.page.getByText("They are blocked.")).toBeVisible();
    for (const { address } of [rosa, leo]) {
      await ada.page.goto(`${path}/invitations`);
      await ada.page.getByLabel("Whom").fill(address);
      await ada.page.getByRole("button", { name: "Invite", exact: true }).click();
      await sees(ada.page, `${path}/invitations`, address);
    }
    await arrives(south, "Invite", 2);
    await sees(leo.page, "/my/events", title);
    await rosa.page.goto("/my/events");
    await expect(rosa.page.getByText(title)).toHaveCount(0);
    await ada.page.goto(path);
    await ada.page.getByText(`Answer ${grace.name}`).click();
    await ada.page.getByLabel(`Your answer to ${grace.name}`).fill("Doors at seven");
    await ada.page.getByRole("button", { name: "Publish the answer" }).click();
    await sees(grace.page, here, "Doors at seven");
    await rosa.page.goto(here);
    await expect(rosa.page.getByText("Doors at seven")).toHaveCount(0);
  });

  await test.step("a whole server is blocked as one of its people is", async () => {
    forgetArrived(north, south);
    await ada.page.goto("/my/blocks");
    await ada.page.getByText("Block or mute a server").click();
    await ada.page.getByLabel("Server", { exact: true }).fill(south.host);
    await ada.page.getByRole("button", { name: "Add to the list" }).click();
    await expect(ada.page.locator("#servers li")).toContainText(south.host);
    await find(grace.page, ada.address);
    await grace.page.getByRole("button", { name: /^Follow/ }).click();
    await arrives(south, "Reject");
    await seesNoMore(grace.page, "/my/follows", ada.name);
    await ada.page.goto(path);
    await expect(ada.page.getByText("Good evening")).toHaveCount(0);
  });
});
