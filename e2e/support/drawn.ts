/** An element as the browser has drawn it. */
export type Drawn = {
  tag: string;
  attributes: Record<string, string>;
  /** What it shows beyond that: whether there is text, what it is called, how, in which state. */
  hasText: boolean;
  name: string;
  style: string;
  colors: string;
  states: string[];
  /** Pixels of what can be clicked: left, top, width, height. */
  box?: [left: number, top: number, width: number, height: number];
  children: Drawn[];
};

/** The whole page as JSON. Runs in the page, where nothing else of this file is known. */
export function drawPage(): string {
  const styles = ["display", "visibility", "opacity", "font-size", "font-weight", "text-decoration-line"];
  // Nothing of them is drawn, or they are parts of a drawing or of a choice, which only counts as a whole.
  const undrawn = [
    "script, template, link, meta:not([name=viewport], [http-equiv]), input[type=hidden]",
    "option, optgroup, svg :not(title, desc, text, [role], [aria-hidden])",
    "next-route-announcer",
  ].join();
  const blank = (text: string | null | undefined) => !text?.trim();
  const own = (element: Element) =>
    [...element.childNodes].some((n) => n.nodeType === 3 && !blank(n.nodeValue));
  const nameOf = (element: Element) => {
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const named = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return blank(named) ? (element.getAttribute("aria-label") ?? "") : named;
  };
  // Where nobody sees it, such as a link that shows itself to the keyboard alone.
  const isAside = (element: Element) => {
    const { right, bottom, width, height } = element.getBoundingClientRect();
    return right + scrollX <= 0 || bottom + scrollY <= 0 || Math.min(width, height) === 1;
  };
  const statesOf = (element: Element, { overflowX, overflowY, backgroundImage }: CSSStyleDeclaration) => {
    const scrolls = [
      /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth,
      /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight,
    ];
    const said = element.closest("a, button")?.textContent?.trim();
    const states: [string, boolean | undefined][] = [
      ["scrolls", scrolls.includes(true)],
      ["painted", backgroundImage !== "none"],
      ["checked", (element as HTMLInputElement).checked],
      ["disabled", element.matches(":disabled")],
      ["aside", isAside(element)],
      ["modal", element.matches(":modal")],
      ["said twice", Boolean(said) && said === element.getAttribute("alt")?.trim()],
    ];
    return states.filter(([, holds]) => holds).map(([state]) => state);
  };
  const draw = (element: Element): Drawn => {
    const style = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const isTarget = element.matches("a, button, input, select, textarea, summary, [tabindex], [role]");
    return {
      tag: element.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      hasText: own(element),
      name: nameOf(element),
      style: styles.map((name) => style.getPropertyValue(name)).join(),
      colors: `${style.color} on ${style.backgroundColor}`,
      states: statesOf(element, style),
      ...(isTarget && width > 0 && height > 0 && { box: [left, top, width, height] }),
      // A form with a field called “children” says that its children are that.
      children: [...element.querySelectorAll(":scope > *")]
        .filter((child) => !child.matches(undrawn))
        .map(draw),
    };
  };
  return JSON.stringify(draw(document.documentElement));
}
