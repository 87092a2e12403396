import { type APIResponse, expect, type Page } from "@playwright/test";
import { DomUtils, parseDocument } from "htmlparser2";

type FormElement = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/**
 * Fills in and sends the form with these fields as a browser without scripts does, but without drawing anything: for
 * what a story only begins with. Cookies are those of the page's browser. Where several forms have these fields, the path
 * ends with the id of the one that is meant: `/path#id`.
 */
export async function submit(page: Page, path: string, values: Record<string, string>): Promise<APIResponse> {
  const { request } = page.context();
  const opened = await request.get(path, { headers: { accept: "text/html" } });
  const [, id] = path.split("#");
  const form = formWith(await opened.text(), Object.keys(values), id);
  const answer = await request.post(new URL(form.attribs.action ?? "", opened.url()).href, {
    headers: { accept: "text/html", origin: new URL(opened.url()).origin },
    multipart: { ...broughtBy(form), ...values },
  });
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  return answer;
}

function formWith(html: string, names: string[], id: string | undefined): FormElement {
  const forms = DomUtils.getElementsByTagName("form", parseDocument(html)).filter(
    ({ attribs }) => attribs.method?.toLowerCase() === "post" && (id === undefined || attribs.id === id),
  );
  const form = forms.find((form) => {
    const fields = new Set(fieldsIn(form).map(({ attribs }) => attribs.name));
    return fields.size > 0 && names.every((name) => fields.has(name));
  });
  if (!form) throw new Error(`no form with ${names.join(", ")} in:\n${html}`);
  return form;
}

/** What the form brings along by itself: its fields as they are, and what says which action it is. */
function broughtBy(form: FormElement): Record<string, string> {
  const brought: Record<string, string> = {};
  for (const field of fieldsIn(form)) {
    const value = sentBy(field);
    if (field.attribs.name && value !== null) brought[field.attribs.name] = value;
  }
  return brought;
}

/** Null: it is not sent, as buttons, files and boxes that are not ticked. */
function sentBy(field: FormElement): string | null {
  const { type, value, ...rest } = field.attribs;
  if (field.name === "textarea") return DomUtils.textContent(field);
  if (field.name === "select") {
    const options = DomUtils.getElementsByTagName("option", field);
    return (options.find(({ attribs }) => "selected" in attribs) ?? options[0])?.attribs.value ?? null;
  }
  if (field.name === "button" || type === "file" || type === "submit") return null;
  if (type === "checkbox" || type === "radio") return "checked" in rest ? (value ?? "on") : null;
  return value ?? "";
}

function fieldsIn(form: FormElement): FormElement[] {
  return ["input", "select", "textarea", "button"].flatMap((tag) => DomUtils.getElementsByTagName(tag, form));
}
