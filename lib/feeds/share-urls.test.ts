import { expect, test } from "vitest";
import { mastodonServerOf, shareByMail, shareOnMastodon, shareServices } from "./share-urls";

const shared = { title: "Café & co: 100 %?", url: "https://bell.example/events/k3v9" };

test("every way leads elsewhere with title and address in its parameters, and with nothing else", () => {
  for (const { href } of shareServices(shared)) {
    const given = [...new URL(href).searchParams.values()].join(" ");
    expect(given, href).toContain(shared.url);
    expect(given.replace(shared.title, "").replace(shared.url, "").trim(), href).toBe("");
  }
  const mail = new URL(shareByMail(shared));
  expect(mail.searchParams.get("subject")).toBe(shared.title);
  expect(mail.searchParams.get("body")).toBe(`${shared.title}\n${shared.url}`);
  const mastodon = new URL(shareOnMastodon("mastodon.example", shared));
  expect(mastodon.origin).toBe("https://mastodon.example");
  expect(mastodon.searchParams.get("text")).toBe(`${shared.title}\n${shared.url}`);
});

test.each([
  ["mastodon.social", "mastodon.social"],
  [" Mastodon.Social/ ", "mastodon.social"],
  ["https://piaille.fr/@ada", "piaille.fr"],
  ["@ada@mamot.fr", "mamot.fr"],
  ["ada@mamot.fr", "mamot.fr"],
  ["bücher.example", "xn--bcher-kva.example"],
])("%j is a server", (text, server) => expect(mastodonServerOf(text)).toBe(server));

test.each([
  "",
  "mastodon",
  "localhost",
  "127.0.0.1",
  "[::1]",
  "a b.example",
  "javascript:alert(1)",
  "x.example:8080",
  "x..example",
  "evil.example\\@good.example:1",
  `${"a".repeat(300)}.example`,
])("%j is none", (text) => expect(mastodonServerOf(text)).toBeNull());
