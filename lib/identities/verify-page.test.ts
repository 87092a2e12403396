import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { hasLinkBack, seeLinkBack } from "./verify-page";

vi.mock("@/lib/core/env", () => ({
  env: () => ({ ORIGIN: "https://bells.example", ALLOW_PRIVATE_NETWORK: "on" }),
}));

const ada = "https://bells.example/@ada";

describe("hasLinkBack", () => {
  test.each([
    `<a rel="me" href="${ada}">Bells</a>`,
    `<a href='${ada}/' rel='nofollow ME noopener'>`,
    `<A HREF="HTTPS://BELLS.EXAMPLE/@ada" REL=me>`,
    `<html><head><link rel="me" href="${ada}"></head>`,
    `<p><div><a rel=me href=" ${ada} ">x</p>`,
    `<a rel="me" href="https://bells.example:443/@ada">`,
    `<a rel="me" href="https://elsewhere.example/@ada"></a><a rel="me" href="${ada}"></a>`,
  ])("finds it in %s", (html) => expect(hasLinkBack(html, ada)).toBe(true));

  test.each([
    "",
    ada,
    `<a href="${ada}">no rel</a>`,
    `<a rel="menu" href="${ada}">`,
    `<a rel="me" href="${ada}x">`,
    `<a rel="me" href="${ada}/followers">`,
    `<a rel="me" href="${ada}//">`,
    `<a rel="me" href="${ada}?x=1">`,
    `<a rel="me" href="${ada}#me">`,
    `<a rel="me" href="https://bells.example.evil.example/@ada">`,
    `<a rel="me" href="https://bells.example:8443/@ada">`,
    `<a rel="me" href="https://ada@bells.example/@ada">`,
    `<a rel="me" href="http://bells.example/@ada">`,
    `<a rel="me" href="https://bells.example/@Ada">`,
    `<a rel="me" href="/@ada">`,
    `<area rel="me" href="${ada}">`,
    `<!-- <a rel="me" href="${ada}"> -->`,
    `<script>'<a rel="me" href="${ada}">'</script>`,
    `<textarea><a rel="me" href="${ada}"></textarea>`,
    `<title><a rel="me" href="${ada}"></title>`,
    `&lt;a rel="me" href="${ada}"&gt;`,
  ])("does not find it in %s", (html) => expect(hasLinkBack(html, ada)).toBe(false));

  test("takes https for a server known by http, never the other way round", () => {
    expect(hasLinkBack('<a rel="me" href="https://localhost:3000/@ada">', "http://localhost:3000/@ada")).toBe(
      true,
    );
    expect(hasLinkBack('<a rel="me" href="http://bells.example/@ada">', ada)).toBe(false);
  });

  test("bears a mebibyte of brackets", () => {
    expect(hasLinkBack("<".repeat(2 ** 20), ada)).toBe(false);
    expect(hasLinkBack("<a ".repeat(2 ** 18), ada)).toBe(false);
  });
});

describe("seeLinkBack", () => {
  let answer: RequestListener;
  let port: number;
  const server = createServer((request, response) => answer(request, response));
  const link = `<a rel="me" href="${ada}">`;
  const send =
    (body: string, status = 200): RequestListener =>
    (_, response) =>
      response.writeHead(status, { "content-type": "text/html" }).end(body);
  const look = (host = "127.0.0.1") => seeLinkBack(`http://${host}:${port}/`, ada);

  beforeAll(async () => {
    await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  test("sees a link in the first mebibyte and nothing after it", async () => {
    answer = send(`${" ".repeat(500_000)}${link}${" ".repeat(2_000_000)}`);
    expect(await look()).toBe("linked");
    answer = send(`${" ".repeat(1_100_000)}${link}`);
    expect(await look()).toBe("not_linked");
  });

  test("a page that is gone links no more; a server in trouble may come back", async () => {
    answer = send(link, 404);
    expect(await look()).toBe("not_linked");
    answer = send(link, 503);
    expect(await look()).toBe("unreachable");
    answer = send(link, 429);
    expect(await look()).toBe("unreachable");
    answer = (_, response) => void response.destroy();
    expect(await look()).toBe("unreachable");
    expect(await seeLinkBack("http://169.254.169.254/", ada)).toBe("not_linked");
  });

  test("what another host says, to which a page leads on, does not count", async () => {
    answer = (request, response) => {
      if (request.headers.host?.startsWith("localhost"))
        response.writeHead(302, { location: `http://127.0.0.1:${port}/there` }).end();
      else send(link)(request, response);
    };
    expect(await look("localhost")).toBe("not_linked");
    answer = (request, response) => {
      if (request.url === "/") response.writeHead(302, { location: "/there" }).end();
      else send(link)(request, response);
    };
    expect(await look()).toBe("linked");
  });
});
