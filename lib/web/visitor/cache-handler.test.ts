import { beforeEach, describe, expect, test } from "vitest";
import cacheHandler from "./cache-handler";
import { dropEverything, dropTags, keptPages } from "./kept-pages";

const key = "/route-cache/APP_PAGE/0123/$/v/en/events/abcdefghjk2345";
const asPage = { kind: "APP_PAGE" };

beforeEach(() => {
  dropEverything();
  Object.assign(keptPages(), { listening: true, transportSecurity: null, tileOrigin: null });
});

function rendered({
  status,
  tags = "event:a",
  html = "<p>Hi</p><script>1</script>",
}: Partial<Rendered> = {}) {
  const headers = { "x-next-cache-tags": tags, link: "</_next/a.js>; rel=preload; as=script" };
  return { kind: "APP_PAGE", html, status, headers, rscData: Buffer.from("payload") } as never;
}

type Rendered = { status: number; tags: string; html: string };

/** One request, as Next makes it: a handler of its own, asked before and told after the rendering. */
async function request(page = rendered(), { meanwhile = () => {}, at = key } = {}) {
  const handler = cacheHandler({} as never);
  const found = await handler.get(at, asPage);
  if (found) return found.value;
  meanwhile();
  await handler.set(at, page, {});
  return null;
}

describe("the cache handler", () => {
  test("keeps a visitor's page without scripts and payload, with a policy of its own", async () => {
    await request();

    expect(await request()).toEqual({
      kind: "APP_PAGE",
      html: "<p>Hi</p>",
      rscData: Buffer.alloc(0),
      headers: {
        "content-security-policy": expect.stringMatching(/^default-src 'none'; .*script-src 'self'; /),
        vary: "cookie, accept-language, accept",
      },
    });
  });

  test("lets a page with a map show the pictures of the map's server, and no other page", async () => {
    keptPages().tileOrigin = "https://tile.test";
    const [withMap, without] = [rendered({ tags: "event:a,map" }), rendered()];
    await request(withMap);
    dropTags(["event:a"]);
    await request(without);

    expect(JSON.stringify(withMap)).toContain("img-src 'self' data: https://tile.test;");
    expect(JSON.stringify(without)).not.toContain("tile.test");
  });

  test("strips the very object that answers the first visitor", async () => {
    const page = rendered();
    await request(page);

    expect(page).toMatchObject({ html: "<p>Hi</p>" });
  });

  test("renders anew after one of the page's tags was dropped, also while it was rendered", async () => {
    await request(rendered(), { meanwhile: () => dropTags(["event:a"]) });
    expect(await request()).toBeNull();
    expect(await request()).not.toBeNull();
    dropTags(["event:a"]);
    expect(await request()).toBeNull();
  });

  test.each([{ status: 404 }, { status: 307 }, { tags: "missing,event:a" }, { tags: "until:1" }])(
    "does not keep %j",
    async (page) => {
      await request(rendered(page));
      expect(await request()).toBeNull();
    },
  );

  test("answers 404 when the page says that something is missing", async () => {
    const page = rendered({ tags: "missing" });
    await request(page);

    expect(page).toMatchObject({ status: 404, html: "<p>Hi</p>" });
  });

  test("keeps no visitor's page while nothing is heard of changes", async () => {
    keptPages().listening = false;
    await request();
    expect(await request()).toBeNull();
  });

  test("keeps what is no visitor's page as it is", async () => {
    const at = "/route-cache/APP_PAGE/0123/$/_not-found";
    await request(rendered(), { at });

    expect(await request(rendered(), { at })).toMatchObject({ html: "<p>Hi</p><script>1</script>" });
  });
});
