import { announce } from "../support/events";
import { arrives, find, forgetArrived, sees } from "./journey";
import { expect, test } from "./towns";

test.setTimeout(300_000);

/** What comes of an event that is announced while the other server is in this mood, once it is well and speaks again. */
for (const mood of ["down", "slow", "broken", "html"] as const)
  test(`what is announced while the other server is ${mood} arrives there afterwards, once`, async ({
    north,
    south,
    citizen,
  }) => {
    const [ada, linus] = [await citizen(north, "Ada"), await citizen(south, "Linus")];
    forgetArrived(north, south); // what the journey before got last
    await find(linus.page, ada.address);
    await linus.page.getByRole("button", { name: /^Follow/ }).click();
    await arrives(south, "Accept");
    forgetArrived(north, south);

    south.wire.mood = mood;
    const title = `While ${mood}, ${ada.handle}`;
    const started = Date.now();
    await announce(ada.page, { title });
    expect(Date.now() - started, "nobody waits for another server").toBeLessThan(10_000);
    await expect.poll(() => south.wire.refused, { timeout: 40_000 }).toBeGreaterThan(0);

    south.wire.mood = "up";
    // A server that speaks is there again: what waits for it goes out.
    await linus.page.goto("/my/follows");
    const grace = await citizen(north, "Grace");
    await find(linus.page, grace.address);
    await linus.page.getByRole("button", { name: /^Follow/ }).click();
    await arrives(south, "Accept"); // to leave the page before would take the click back
    await sees(linus.page, "/my/feed", title);
    const creates = south.wire.arrived.filter(({ body }) => body.type === "Create");
    expect(new Set(creates.map(({ body }) => body.id)).size).toBe(creates.length);
  });

test("what was acknowledged goes out, though the server is killed in the same moment", async ({
  north,
  south,
  citizen,
}) => {
  const [ada, linus] = [await citizen(north, "Ada"), await citizen(south, "Linus")];
  forgetArrived(north, south);
  await find(linus.page, ada.address);
  await linus.page.getByRole("button", { name: /^Follow/ }).click();
  await arrives(south, "Accept");

  const title = `Killed after ${ada.handle}`;
  await announce(ada.page, { title });
  await north.app.end("SIGKILL");
  await north.app.startAgain();
  await sees(linus.page, "/my/feed", title);
});
