import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

test("monitors hear that every part works, and get no figures without a token", async ({ request }) => {
  const ready = await request.get("/readyz");
  expect(await ready.text()).toBe("database: ok\nmigrations: ok\nworker: ok\n");
  expect(ready.status()).toBe(200);
  expect(ready.headers()["cache-control"]).toBe("no-store");
  expect(await (await request.get("/healthz")).text()).toBe("ok\n");

  const figures = await request.get("/metrics", { headers: { authorization: "Bearer " } });
  expect(figures.status()).toBe(404);
  expect(await figures.text()).not.toContain("carillon_");
});

test("every answer says which request it answers", async ({ page, request }) => {
  await signUp(page, somebody("Ada Marchand"));
  const told = { "x-request-id": "proxy-request-7" };
  await request.get("/about"); // from then on it is kept
  const visits = [
    await request.get("/about"),
    await request.get("/about", { headers: { accept: "application/activity+json" } }),
    await request.get("/nowhere"),
    await request.get("/healthz"),
    await request.post("/inbox", { data: "nothing" }),
    await page.request.get("/"),
  ];
  const ids = visits.map((answer) => answer.headers()["x-request-id"]);
  for (const id of ids) expect(id).toMatch(uuid);
  expect(new Set(ids).size).toBe(ids.length);
  for (const path of ["/about", "/nowhere"]) {
    const answer = await request.get(path, { headers: told });
    expect(answer.headers()["x-request-id"]).toBe("proxy-request-7");
  }
});
