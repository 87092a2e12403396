import { DomUtils, parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { sitemapIndexText, sitemapText } from "./sitemap";

const changedAt = new Date("2026-11-23T12:00:00Z");

test("a sitemap lists addresses, escaped, with the time of the last change where it is known", () => {
  const url = "https://bell.example/categories/A&B";
  const { children } = parseDocument(sitemapText([{ url }, { url: "https://bell.example/", changedAt }]), {
    xmlMode: true,
  });
  const texts = (name: string) => DomUtils.getElementsByTagName(name, children).map(DomUtils.textContent);
  expect(texts("loc")).toEqual([url, "https://bell.example/"]);
  expect(texts("lastmod")).toEqual(["2026-11-23T12:00:00.000Z"]);
});

test("its index lists files", () => {
  const text = sitemapIndexText([{ url: "https://bell.example/sitemaps/pages.xml" }]);
  expect(text).toContain("<sitemapindex xmlns=");
  expect(text).toContain("<sitemap><loc>https://bell.example/sitemaps/pages.xml</loc></sitemap>");
});
