import { describe, expect, test } from "vitest";
import { strip } from "./strip";

describe("strip", () => {
  test("takes out scripts, their preloads and React's markers", () => {
    const html =
      '<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/a.js"/>' +
      '<link rel="modulepreload" href="/b.js"/><script src="/_next/static/c.js" async=""></script></head>' +
      '<body><div hidden=""><!--$--><!--/$--></div><h1>Hello<!-- --> Ada</h1>' +
      '<script id="_R_">self.x = "<!--" + 1</script><script>self.__next_f.push([1,"a\\nb"])</script></body></html>';

    expect(strip(html)).toBe(
      '<html><head></head><body><div hidden=""></div><h1>Hello Ada</h1></body></html>',
    );
  });

  test("leaves styles, fonts, data for search engines and the enhancement module", () => {
    const html =
      '<link rel="stylesheet" href="/a.css" data-precedence="next"/>' +
      '<link rel="preload" href="/a.woff2" as="font" crossorigin="" type="font/woff2"/>' +
      '<script type="module" src="/enhance.js" async=""></script>' +
      '<script type="application/ld+json">{"name":"a <!-- b"}</script><p>un café</p>';

    expect(strip(html)).toBe(html);
  });

  test("leaves what people wrote about scripts", () => {
    const html = "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- no comment --&gt;</p>";

    expect(strip(html)).toBe(html);
  });

  test("writes letters beyond Latin-1 so that they mean the same", () => {
    const html = '<p title="’">🔔 dès 20 h</p><script type="application/ld+json">{"name":"🔔 – é"}</script>';

    const stripped = strip(html);

    expect(stripped).toContain('<p title="&#8217;">&#128276; dès 20 h</p>');
    expect(JSON.parse(stripped.split(">").at(-2)!.split("<")[0]!)).toEqual({ name: "🔔 – é" });
  });
});
