import { announce } from "../support/events";
import { submit } from "../support/submit";
import { arrives, find, forgetArrived, seesNoMore } from "./journey";
import { expect, test } from "./towns";

test.setTimeout(240_000);

test("a report goes on to the other server, which does not learn whose it is", async ({
  north,
  south,
  citizen,
}) => {
  const [ada, linus] = [await citizen(north, "Ada"), await citizen(south, "Linus")];
  const path = await announce(ada.page, { title: `Cheap watches of ${ada.handle}` });
  const here = await find(linus.page, north.wire.origin + path);
  forgetArrived(north, south);
  await linus.page
    .getByRole("link", { name: /Report/ })
    .first()
    .click();
  await linus.page.getByLabel("Spam or advertising").check();
  await linus.page.getByLabel(`Tell the people at ${north.host} too`).check();
  await linus.page.getByRole("button", { name: "Send the report" }).click();
  const flag = await arrives(north, "Flag");
  expect(flag).toMatchObject({ actor: `${south.wire.origin}/relay` });
  expect(JSON.stringify(flag)).not.toContain(linus.handle);
  expect(here).toContain("/events/");
});

test("an identity that goes is gone on the other server too, with what it announced", async ({
  north,
  south,
  citizen,
}) => {
  const [ada, linus] = [await citizen(north, "Ada"), await citizen(south, "Linus")];
  const climber = { name: "La Grimpe", handle: `climb_${ada.handle}`.slice(0, 30) };
  await submit(ada.page, "/my/identities/new", climber);
  const title = `Wall of ${climber.handle}`;
  const path = await announce(ada.page, { title });
  const here = await find(linus.page, north.wire.origin + path);
  await submit(linus.page, here, { answer: "going" });
  await arrives(south, "Accept");
  forgetArrived(north, south);
  await submit(ada.page, `/my/identities/${climber.handle}/delete`, { password: ada.password });
  await arrives(south, "Delete");
  await seesNoMore(linus.page, here, title);
  await expect
    .poll(async () => (await linus.page.goto(`/@${climber.handle}@${north.host}`))?.status(), {
      timeout: 40_000,
    })
    .toBe(404);
});
