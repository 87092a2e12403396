import { expect, test } from "vitest";
import { linkOf } from "./rules";

test.each([
  ["https://example.org", "https://example.org/"],
  ["http://example.org/~ada?x=1#me", "http://example.org/~ada?x=1#me"],
  ["HTTPS://Example.org:8443/a", "https://example.org:8443/a"],
  ["https://café.example/é", "https://xn--caf-dma.example/%C3%A9"],
])("%s is a link", (value, href) => expect(linkOf(value)).toBe(href));

test.each([
  "she/her",
  "example.org",
  "see https://example.org",
  "https://example.org and more",
  "https://bank.example@evil.example/",
  "https://example.org:25/",
  "javascript:alert(1)",
  "//example.org",
  "https:/example.org",
  "ftp://example.org/",
  "",
])("%j is a text", (value) => expect(linkOf(value)).toBeNull());
