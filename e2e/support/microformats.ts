import type { Page } from "@playwright/test";

export type HEvent = {
  name: string;
  url: string;
  start: string;
  end: string;
  location: string;
  organizer: string;
  content: string;
  category: string[];
};

/** The page's h-event as a reader of microformats finds it (microformats.org, parsing: values of p-, u-, dt- and e-). */
export function hEventOn(page: Page): Promise<HEvent> {
  return page
    .locator("article.h-event")
    .first()
    .evaluate((root) => {
      const isOwn = (element: Element) => element.parentElement?.closest("[class*='h-']") === root;
      const all = (name: string) => [...root.querySelectorAll(`.${name}`)].filter(isOwn);
      const text = (element?: Element) => element?.textContent?.trim() ?? "";
      const value = (element?: Element) =>
        element?.getAttribute("value") ??
        element?.getAttribute("datetime") ??
        element?.getAttribute("href") ??
        "";
      const card = (element?: Element) => text(element?.querySelector(".p-name") ?? element);
      return {
        name: text(all("p-name")[0]),
        url: value(all("u-url")[0]),
        start: value(all("dt-start")[0]),
        end: value(all("dt-end")[0]),
        location: card(all("p-location")[0]),
        organizer: card(all("p-organizer")[0]),
        content: text(all("e-content")[0]),
        category: all("p-category").map(text),
      };
    });
}
