import { announce } from "../support/events";
import { mailTo } from "../support/mailbox";
import { submit } from "../support/submit";
import { arrives, find, forgetArrived, sees } from "./journey";
import { expect, inTown, test } from "./towns";

test.setTimeout(240_000);

test("the last place goes to one, the next waits in line, and gets it when it is free", async ({
  north,
  south,
  citizen,
}) => {
  const [ada, linus, grace] = [
    await citizen(north, "Ada"),
    await citizen(south, "Linus"),
    await citizen(south, "Grace"),
  ];
  const title = `One place of ${ada.handle}`;
  const path = await announce(ada.page, { title, capacity: 1 });
  const here = await find(linus.page, north.wire.origin + path);

  await submit(linus.page, here, { answer: "going" });
  await arrives(south, "Accept");
  await sees(linus.page, here, "Going");
  await inTown(south, () => mailTo(linus.email, /you are in/));
  await sees(ada.page, `${path}/participants`, linus.name);
  await expect(ada.page.getByText(linus.address).first()).toBeVisible();

  await submit(grace.page, here, { answer: "going" });
  await arrives(south, "TentativeAccept");
  await sees(grace.page, here, "Waiting list");

  forgetArrived(north, south);
  await linus.page.goto(here);
  await linus.page.getByText("Leave", { exact: true }).first().click();
  await linus.page.getByRole("button", { name: "Leave the event" }).click();
  await arrives(north, "Leave");
  await arrives(south, "Accept");
  await sees(grace.page, here, "Going");
  await inTown(south, () => mailTo(grace.email, /you are in/));
});

test("where hosts decide, each is told what became of them", async ({ north, south, citizen }) => {
  const [ada, linus, grace] = [
    await citizen(north, "Ada"),
    await citizen(south, "Linus"),
    await citizen(south, "Grace"),
  ];
  const title = `Asking ${ada.handle}`;
  const path = await announce(ada.page, { title, approval: true });
  const here = await find(linus.page, north.wire.origin + path);
  forgetArrived(north, south);
  await submit(linus.page, here, { answer: "going", message: "With my double bass" });
  await submit(grace.page, here, { answer: "going" });
  await arrives(north, "Join", 2);
  await sees(linus.page, here, "Waiting");

  await sees(ada.page, `${path}/participants`, "With my double bass");
  await sees(ada.page, `${path}/participants`, grace.name);
  const row = ada.page.locator(".participants > li", { hasText: grace.name });
  await row.locator("summary").first().click();
  await row.getByRole("button", { name: /^Yes, / }).click();
  await ada.page.getByRole("button", { name: `Let ${linus.name} in` }).click();
  await arrives(south, "Accept");
  await sees(linus.page, here, "Going");

  await test.step("whom the host asked need not wait", async () => {
    const rosa = await citizen(south, "Rosa");
    await ada.page.goto(`${path}/invitations`);
    await ada.page.getByLabel("Whom").fill(rosa.address);
    await ada.page.getByRole("button", { name: "Invite", exact: true }).click();
    await arrives(south, "Invite");
    await inTown(south, () => mailTo(rosa.email, new RegExp(title)));
    await sees(rosa.page, "/my/events", title);
    await rosa.page.getByRole("button", { name: "I’ll come" }).click();
    await arrives(south, "Accept", 2);
    await sees(ada.page, `${path}/invitations`, "Comes");
  });

  await arrives(south, "Reject");
  await sees(grace.page, here, "Not accepted");
});
