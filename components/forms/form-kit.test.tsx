import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { FormState } from "@/lib/web/form-state";
import { CheckboxField, RadioField, SelectField, TextField } from "./fields";
import { FormTextsProvider } from "./form-context";
import { PlainForm } from "./plain-form";
import { unlessOffline } from "./unless-offline";

const refused: FormState = {
  status: "refused",
  reason: "check_fields",
  fieldErrors: { title: ["title_too_short"] },
  values: { title: "A", zone: "Europe/Paris", access: "approval" },
};

describe("a form that was refused", () => {
  const html = render(refused);

  test("shows what was typed", () => {
    expect(html).toContain('value="A"');
    expect(html).toContain('<option value="Europe/Paris" selected="">');
    expect(html).toMatch(/type="radio" [^>]*checked=""[^>]*value="approval"|value="approval"[^>]*checked=""/);
  });

  test("leaves a box empty that was emptied", () => {
    expect(html).not.toMatch(/type="checkbox"[^>]*checked/);
  });

  test("gives each id once, its own to the refusal, and leads nowhere but to one of them", () => {
    const elsewhere = render({
      ...refused,
      fieldErrors: { title: ["title_too_short"], "": ["check_fields"] },
    });
    const ids = [...elsewhere.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of elsewhere.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(elsewhere).toMatch(/id="[^"]+-refusal" role="alert"/);
  });

  test("says the error beside its field, and links to it from the top", () => {
    const id = /<input[^>]* id="([^"]+-title)"/.exec(html)?.[1];

    expect(html).toContain(`href="#${id}"`);
    expect(html).toContain(`aria-describedby="${id}-hint ${id}-errors"`);
    expect(html).toContain('aria-invalid="true"');
    expect(html.match(/At least three letters\./g)).toHaveLength(2);
  });
});

test("a fresh form shows its own defaults", () => {
  const html = render({ status: "idle" });

  expect(html).toContain('value="Choir"');
  expect(html).toMatch(/type="checkbox"[^>]*checked|checked=""[^>]*type="checkbox"/);
  expect(html).not.toContain('role="alert"');
});

test("on the server, the action stays itself, so that the form can post without scripts", () => {
  const action = async () => refused;

  expect(unlessOffline(action)).toBe(action);
});

function render(state: FormState): string {
  const texts = { check_fields: "Look again.", title_too_short: "At least three letters." };
  const options = ["UTC", "Europe/Paris"].map((value) => ({ value, label: value }));
  const choices = ["free", "approval"].map((value) => ({ value, label: value }));
  return renderToStaticMarkup(
    <FormTextsProvider texts={texts}>
      <PlainForm action="/events" state={state}>
        <TextField name="title" label="Title" hint="Short" defaultValue="Choir" />
        <SelectField name="zone" label="Zone" options={options} defaultValue="UTC" />
        <RadioField name="access" label="Who" choices={choices} defaultValue="free" />
        <CheckboxField name="online" label="Online" defaultChecked />
      </PlainForm>
    </FormTextsProvider>,
  );
}
