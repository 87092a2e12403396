import { afterEach, expect, test } from "vitest";
import { nearestReadable, ourAccents, pageColors } from "@/lib/core/look/accent";
import { type Color, contrast, TEXT_CONTRAST } from "@/lib/core/look/contrast";
import { rememberAccents } from "@/lib/core/look/in-use";
import { setLetter } from "./letter";
import { everyLetter } from "./testing/letters";

afterEach(() => rememberAccents({ accentLight: null, accentDark: null }));

const letter = () => setLetter(everyLetter("en").approval!);

/** What stands in the HTML for this class in light, and in dark. */
function colorsOfClass(html: string, name: "bell" | "on-bell", property: "color" | "background-color") {
  const style = html.match(new RegExp(`class="${name}"[^>]*style="([^"]*)"`))?.[1] ?? "";
  const dark = html.match(new RegExp(`\\.${name}\\{([^}]*)\\}`))?.[1] ?? "";
  return [style, dark].map(
    (css) => css.match(new RegExp(`(?<![-\\w])${property}:(#[0-9a-f]{6})`))?.[1] as Color,
  );
}

test("letters carry the accents of the server, and their text stays as it was", () => {
  const ours = letter();
  expect(ours.html).toContain(`border-top:5px solid ${ourAccents.light}`);
  rememberAccents({ accentLight: "#14532d", accentDark: "#ffd400" });
  const { html, text } = letter();
  expect(text).toBe(ours.text);
  for (const former of Object.values(ourAccents)) expect(html).not.toContain(former);
  expect(colorsOfClass(html, "bell", "color")).toEqual(["#14532d", "#ffd400"]);
  expect(colorsOfClass(html, "on-bell", "background-color")).toEqual(["#14532d", "#ffd400"]);
});

test.each(["#ffd400", "#14532d", "#ffffff", "#000000", "#ff00ff"] as const)(
  "can be read in %s, even where nobody checked it",
  (accent) => {
    rememberAccents({ accentLight: accent, accentDark: accent });
    const { html } = letter();
    const links = colorsOfClass(html, "bell", "color");
    expect(links).toEqual([nearestReadable(accent, "light"), nearestReadable(accent, "dark")]);
    const texts = colorsOfClass(html, "on-bell", "color");
    colorsOfClass(html, "on-bell", "background-color").forEach((ground, index) => {
      expect(contrast(texts[index]!, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      const { paper, sheet } = pageColors[index === 0 ? "light" : "dark"];
      for (const page of [paper, sheet])
        expect(contrast(links[index]!, page)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    });
  },
);
