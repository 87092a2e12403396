import { randomInt } from "node:crypto";
import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** What every browser of these tests is: somebody in Paris who reads English. */
// Nothing moves, so that nothing is looked at halfway.
const visitor = {
  locale: "en-GB",
  timezoneId: "Europe/Paris",
  reducedMotion: "reduce",
} as const;

type Fixtures = {
  strict: undefined;
  /** A browser of one's own, for one more person in the story. */
  newPerson: () => Promise<Page>;
};

/** A test in a browser: whatever the console complains about, or is thrown there, fails it. */
export const test = base.extend<Fixtures>({
  // Everybody comes from somewhere else, so that they do not share the limits of one address.
  extraHTTPHeaders: async ({ browserName: _ }, use) => use(somewhere()),
  strict: [
    async ({ context }, use) => {
      const complaints = listen(context);
      await use(undefined);
      expect(complaints, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  newPerson: async ({ browser, javaScriptEnabled, baseURL }, use) => {
    const people: { context: BrowserContext; complaints: string[] }[] = [];
    await use(async () => {
      const context = await open(browser, { javaScriptEnabled, baseURL });
      people.push({ context, complaints: listen(context) });
      return context.newPage();
    });
    for (const { context, complaints } of people) {
      await context.close();
      expect(complaints, "what a browser complained about").toEqual([]);
    }
  },
});

export { expect };

function open(browser: Browser, options: { javaScriptEnabled?: boolean; baseURL?: string }) {
  return browser.newContext({ ...visitor, ...options, extraHTTPHeaders: somewhere() });
}

function somewhere() {
  return { "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` };
}

function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("weberror", (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on("console", (message) => {
    const isExpected = /the server responded with a status of 4\d\d/.test(message.text());
    if (message.type() === "error" && !isExpected)
      complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  return complaints;
}
