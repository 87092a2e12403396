import { type Context, inTransaction } from "@/lib/core/context";
import { setOwnCategories } from "@/lib/instance/categories";
import { setFederation, setFederationMode } from "@/lib/instance/federation";
import {
  categoriesInput,
  federationInput,
  federationModeInput,
  registrationInput,
} from "@/lib/instance/input";
import { setRegistration } from "@/lib/instance/registration";
import { type InstanceSettings, readInstance } from "@/lib/instance/settings";
import type { Asked } from "../command";
import { checked, type Desk } from "../desk";
import { contentOf } from "../read-file";
import { isName, type Name, names } from "./names";
import { setText, textNames } from "./texts";

/** Fills the form that a page has for it with what was decided before, and what is typed now. */
export async function set(
  { asAdministrator, say }: Desk,
  { words: [name = "", ...values], options: { file } }: Asked,
): Promise<void> {
  const isText = textNames.includes(name);
  if (!isText && !isName(name)) {
    const all = [...Object.keys(names), ...textNames];
    throw new Error(`"${name}" is not decided here. There is: ${all.join(", ")}.`);
  }
  const value = typeof file === "string" ? await contentOf(file) : values.join("\n");
  const ctx = await asAdministrator();
  await inTransaction(ctx, async (tx) =>
    isName(name) ? change(tx, { [names[name]]: switched(name, value) }) : setText(tx, { name, value }),
  );
  say(`${name} is set.`);
}

async function change(tx: Context, typed: Partial<Record<keyof InstanceSettings, string | undefined>>) {
  const form = { ...formOf(await readInstance(tx.db)), ...typed };
  if ("extraCategories" in typed) return setOwnCategories(tx, checked(categoriesInput, form));
  if ("federationMode" in typed) return setFederationMode(tx, checked(federationModeInput, form));
  const isOfFederation = ["authorizedFetch", "serverFollowers", "serverListFor"].some((key) => key in typed);
  if (isOfFederation) return setFederation(tx, checked(federationInput, form));
  return setRegistration(tx, checked(registrationInput, form));
}

/** Settings as a form holds them: one entry a line, and ticks. */
function formOf(settings: InstanceSettings): Record<string, string | undefined> {
  const fields = Object.entries(settings).map(([key, value]) => {
    if (typeof value === "boolean") return [key, value ? "on" : undefined];
    return [key, Array.isArray(value) ? value.join("\n") : String(value)];
  });
  return Object.fromEntries(fields);
}

const switches: Name[] = ["mail-participation", "reports-by-mail", "authorized-fetch"];

/** A form sends nothing for what is not ticked. */
function switched(name: Name, value: string): string | undefined {
  if (!switches.includes(name)) return value;
  if (value !== "on" && value !== "off") throw new Error(`${name} is on or off.`);
  return value === "on" ? "on" : undefined;
}
