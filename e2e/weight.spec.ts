import { gzipSync } from "node:zlib";
import { announce } from "./support/events";
import { signUp, somebody } from "./support/people";
import { expect, test } from "./support/test";

const KB = 1024;

test("a visitor's event page is light: HTML, CSS and one small module, nothing of the framework", async ({
  page,
  request,
}) => {
  await signUp(page, somebody("Ada"));
  const description = "Toasters, lamps, trousers, bicycles: mend them together. ".repeat(30);
  const path = await announce(page, { title: "Repair café", description });

  const html = await (await request.get(path)).text();
  const scripts = [...html.matchAll(/<script(?![^>]*application\/ld\+json)[^>]*>/g)].map(([tag]) => tag);
  expect(scripts).toHaveLength(1);
  expect(scripts[0]).toContain('src="/enhance.js"');
  expect(html).not.toMatch(/rel="(module)?preload"[^>]*\.js/);
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
    ([, href]) => href!,
  );
  const sizes = await Promise.all(
    ["/enhance.js", ...styles].map(async (href) => gzipSync(await (await request.get(href)).body()).length),
  );
  const [module, ...css] = sizes;
  expect(gzipSync(html).length).toBeLessThanOrEqual(15 * KB);
  expect(module).toBeLessThanOrEqual(10 * KB);
  expect(css.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15 * KB);
});
