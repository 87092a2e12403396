import { expect, test } from "vitest";
import { type FeedOf, feedPath, listingPath } from "./listing-paths";

const rows: [FeedOf, page: string, feed: string][] = [
  [{ kind: "all" }, "/", "/feeds/all.ics"],
  [{ kind: "identity", handle: "ada" }, "/@ada", "/feeds/identities/ada.ics"],
  [
    { kind: "tag", tag: "vélo & co/2" },
    "/tags/v%C3%A9lo%20%26%20co%2F2",
    "/feeds/tags/v%C3%A9lo%20%26%20co%2F2.ics",
  ],
  [{ kind: "category", code: "MUSIC" }, "/categories/MUSIC", "/feeds/categories/MUSIC.ics"],
  [{ kind: "place", slug: "abcdefghjk2345" }, "/places/abcdefghjk2345", "/feeds/places/abcdefghjk2345.ics"],
  [{ kind: "search", query: "?q=choir" }, "/search?q=choir", "/feeds/search.ics?q=choir"],
  [{ kind: "search", query: "" }, "/search", "/feeds/search.ics"],
];

test.each(rows)("%j has a page and feeds, each at one address", (of, page, feed) => {
  expect(listingPath(of)).toBe(page);
  expect(feedPath(of, "ics")).toBe(feed);
  expect(feedPath(of, "atom")).toBe(feed.replace(".ics", ".atom"));
});
