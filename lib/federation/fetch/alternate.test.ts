import { expect, test } from "vitest";
import { alternateIn } from "./alternate";

const base = "https://far.example/events/1";

test("finds the document of a page by its link, however that is written", () => {
  const activity = "application/activity+json";
  for (const link of [
    `<link rel="alternate" type="${activity}" href="https://far.example/e/1">`,
    `<LINK href='/e/1' type='${activity}' rel='alternate'/>`,
    `<link rel=alternate type=${activity} href=/e/1>`,
    `<link rel="nofollow alternate" type='application/ld+json; profile="x"' href="https://far.example/e/1">`,
  ])
    expect(alternateIn(`<html><head><link rel="icon" href="/x">${link}</head>`, base)).toBe(
      "https://far.example/e/1",
    );
});

test("takes no other link for it", () => {
  for (const page of [
    "",
    "<link rel=alternate type=application/rss+xml href=/feed>",
    "<link rel=stylesheet type=application/activity+json href=/e/1>",
    '<link rel="alternate" type="application/activity+json">',
    '<link rel="alternate" type="application/activity+json" href="https://">',
    "<link ".repeat(100_000),
  ])
    expect(alternateIn(page, base)).toBeNull();
});
