import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentPathOf, settleAccept } from "./document-path";
import { innerPathOf } from "./inner-path";
import { prefersDocument } from "./prefers-document";
import { innerPath } from "./testing/next-routing";

const slug = "abcdefghjk2345";
const comment = "5b0e3f8a-1111-4222-8333-444455556666";
const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
const activity = "application/activity+json";

describe("prefersDocument", () => {
  test.each([
    [activity],
    ['application/ld+json; profile="https://www.w3.org/ns/activitystreams"'],
    [
      'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams", text/html;q=0.1',
    ],
    ['application/ld+json; profile="a, b"; q=0.9, text/html;q=0.8'],
    ["application/activity+json, */*;q=0.1"],
    ["application/activity+json, */*"],
    ["APPLICATION/Activity+JSON"],
    ["application/activity+json;q=0.5, text/html;q=0.4, text/*"],
    ["application/json, text/plain, */*"],
    ["application/activity+json, text/html"],
  ])("%s is a server", (accept) => expect(prefersDocument(accept)).toBe(true));

  test.each([
    [browser],
    ["text/html, application/activity+json;q=0.5"],
    ["text/html, application/activity+json"],
    ["application/activity+json;q=0"],
    ["application/activity+json;q=0.3, */*"],
    ["*/*"],
    [""],
    [undefined],
    ["application/activity+json;q=nonsense"],
    ['text/html;x="application/activity+json"'],
  ])("%s is a browser", (accept) => expect(prefersDocument(accept)).toBe(false));

  test("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof prefersDocument(`json ${text}`) === "boolean"));
  });
});

const negotiated = ["/@ada", "/@grace@far.example", `/events/${slug}`, `/events/${slug}/comments/${comment}`];
const documents = [
  "/relay/outbox",
  "/@ada/outbox",
  "/@ada/followers",
  "/@ada/following",
  "/@ada/upcomingEvents",
  `/events/${slug}/attendees`,
  `/events/${slug}/organizers`,
  `/events/${slug}/replies`,
];
const led = ["/relay", `/events/${slug}/note`, `/events/${slug}/note/x7`];
const pages = ["/", "/about", "/@Ada!", `/events/${slug}/edit`, "/relay/inbox", "/@ada/x", "/ap/@ada", "/ap"];

const ask = (url: string, accept?: string, method = "GET") =>
  documentPathOf({ method, url, headers: accept === undefined ? {} : { accept } });

describe("documentPathOf", () => {
  test.each(negotiated)("gives servers the document and people the page at %s", (path) => {
    expect(ask(path, activity)).toBe(path);
    expect(ask(path, activity, "HEAD")).toBe(path);
    for (const accept of [browser, "*/*", undefined]) expect(ask(path, accept)).toBeNull();
    expect(ask(path, activity, "POST")).toBeNull();
  });

  test.each(documents)("gives everybody the document at %s", (path) => {
    for (const accept of [activity, browser, undefined])
      expect(ask(`${path}?page=2`, accept)).toBe(`${path}?page=2`);
  });

  test.each(led)("leads people on from %s", (path) => {
    expect(ask(path, activity)).toBe(path);
    expect(ask(path)).toBe(path);
    expect(ask(path, browser)).toBeNull();
  });

  test.each(pages)("leaves %s alone", (path) => expect(ask(path, activity)).toBeNull());

  test("hands nobody the page who asks for the document, and the other way round", () => {
    for (const accept of [activity, browser]) {
      const headers = { accept };
      const isDocument = accept === activity;
      expect(innerPathOf({ method: "GET", url: "/@ada", headers }) === null).toBe(isDocument);
      expect(ask("/@ada", accept) !== null).toBe(isDocument);
    }
  });

  test("agrees with the rewrites, once the desk has settled what is asked for", () => {
    const accepts = fc.constantFrom(
      activity,
      browser,
      "text/html, application/activity+json;q=0.5",
      'application/ld+json; profile="x", text/html;q=0.2',
      "application/json",
      "*/*",
    );
    fc.assert(
      fc.property(fc.constantFrom(...negotiated, ...documents, ...led, ...pages), accepts, (path, accept) => {
        const desk = ask(path, accept);
        const headers = { accept };
        settleAccept({ headers });
        const inner = innerPath(path, { headers });
        if (desk !== null) expect(inner).toBe(`/ap${path}`);
        else if (!led.includes(path)) expect(inner.startsWith("/ap")).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
