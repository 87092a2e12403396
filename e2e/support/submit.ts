import { type APIResponse, expect, type Page } from "@playwright/test";
import { DomUtils, parseDocument } from "htmlparser2";

type FormElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/**
 * Fills in and sends the form with these fields as a browser without scripts does, but without drawing anything: for
 * what a story only begins with. Cookies are those of the page's browser.
 */
export async function submit(page: Page, path: string, values: Record<string, string>): Promise<APIResponse> {
  const { request } = page.context();
  const opened = await request.get(path, { headers: { accept: "text/html" } });
  const form = formWith(await opened.text(), Object.keys(values));
  const answer = await request.post(new URL(form.attribs.action ?? "", opened.url()).href, {
    headers: { accept: "text/html", origin: new URL(opened.url()).origin },
    multipart: { ...hiddenIn(form), ...values },
  });
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  return answer;
}

function formWith(html: string, names: string[]): FormElement {
  const forms = DomUtils.getElementsByTagName("form", parseDocument(html)).filter(
    ({ attribs }) => attribs.method?.toLowerCase() === "post",
  );
  const form = forms.find((form) => {
    const fields = new Set(fieldsIn(form).map(({ attribs }) => attribs.name));
    return fields.size > 0 && names.every((name) => fields.has(name));
  });
  if (!form) throw new Error(`no form with ${names.join(", ")} in:\n${html}`);
  return form;
}

/** What the form brings along by itself: hidden fields, also those that say which action it is. */
function hiddenIn(form: FormElement): Record<string, string> {
  const hidden = fieldsIn(form).filter(({ attribs }) => attribs.type === "hidden" && attribs.name);
  return Object.fromEntries(hidden.map(({ attribs }) => [attribs.name!, attribs.value ?? ""]));
}

function fieldsIn(form: FormElement): FormElement[] {
  return ["input", "select", "textarea", "button"].flatMap((tag) => DomUtils.getElementsByTagName(tag, form));
}
