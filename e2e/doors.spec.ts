import type { APIRequestContext, Page } from "@playwright/test";
import { type Answer, type Asker, askers, type Door, doors } from "../lib/web/testing/doors";
import { reportThing } from "./support/moderating";
import { signInSeeded, test } from "./support/seeded-town";
import { submit } from "./support/submit";
import { expect } from "./support/test";

const names = { member: "grace", owner: "ada", moderator: "linus", administrator: "vera" } as const;

test("every page and handler answers everybody as the table of doors says", async ({
  newPerson,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const people = {} as Record<Asker, Page>;
  for (const asker of askers) {
    people[asker] = await newPerson();
    if (asker !== "anonymous") await signInSeeded(people[asker], names[asker]);
  }
  const town = { ...(await readTown(people)), origin: baseURL ?? "" };

  await test.step("in turn, each as everybody", async () => {
    const wrong: string[] = [];
    for (const [name, door] of Object.entries(doors)) {
      for (const asker of askers) {
        const answer = await knock(people[asker].request, { name, door, town });
        if (answer !== door[asker]) wrong.push(`${name}: ${asker} got ${answer}, not ${door[asker]}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  await test.step("nobody gets in by the inner addresses", async () => {
    const inner = ["/m/en/admin/federation", "/m/en/about", "/v/en/about", "/v/en.dark", "/ap/relay"];
    for (const path of inner) {
      for (const asker of askers)
        expect((await people[asker].request.get(path)).status(), `${path} for ${asker}`).toBe(404);
    }
  });
});

type Town = Record<string, string>;

/** What stands for the parameters: things of the owner's, as pages name them, and what the member reported. */
async function readTown({ member, owner, moderator }: Record<Asker, Page>): Promise<Town> {
  const slug = await find(owner, "/@ada", /\/events\/([a-z2-9]{14})"/);
  const draft = await find(owner, "/my/events?tab=drafts", /\/events\/([a-z2-9]{14})\/edit"/);
  const draftId = await find(owner, `/events/${draft}/edit`, /name="eventId" value="([^"]+)"/);
  await submit(owner, `/events/${slug}`, { text: "Bring tools.", as: "ada" });
  const comment = await find(owner, `/events/${slug}`, /\/comments\/([0-9a-f-]{36})/);
  const sitemap = await find(owner, "/sitemap.xml", /\/sitemaps\/([\w-]+)\.xml/);
  const reported = await reportThing(member, { kind: "event", name: slug, words: "Not with us." }, moderator);
  const things = { slug, draft: draftId, comment, sitemap, case: reported };
  const unknown = { id: "0b6ff0b2-5c36-4a5a-93d3-1a3f6a8b9c0d", token: "x".repeat(43) };
  return { ...things, ...unknown, handle: "ada", tag: "repair", code: "MUSIC" };
}

async function find(page: Page, path: string, pattern: RegExp): Promise<string> {
  const found = pattern.exec(await (await page.request.get(path)).text())?.[1];
  if (!found) throw new Error(`nothing like ${pattern} on ${path}`);
  return found;
}

async function knock(
  request: APIRequestContext,
  { name, door, town }: { name: string; door: Door; town: Town },
): Promise<Answer> {
  const [method, address] = name.split(" ") as [string, string];
  const fill = (text: string) => text.replace(/\[(\w+)\]/g, (_, key) => town[key] ?? key);
  const path = fill(door.at ?? address);
  const form = Object.entries(door.form ?? {}).map(([key, value]) => [key, fill(value)]);
  const answer = await request.fetch(path, {
    method: method === "page" ? "GET" : method,
    headers: { accept: "text/html", origin: town.origin!, ...door.headers },
    maxRedirects: 0,
    ...(door.form && { multipart: Object.fromEntries(form) }),
  });
  const to = answer.headers().location ?? "";
  return /\/sign-in\b/.test(to) ? "sign-in" : answer.status();
}
