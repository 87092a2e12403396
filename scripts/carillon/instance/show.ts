import { readInstance } from "@/lib/instance/settings";
import type { Desk } from "../desk";
import { type Name, names } from "./names";
import { textNames, textsByName } from "./texts";

export async function show({ ctx, say }: Desk): Promise<void> {
  const settings = await readInstance(ctx.db);
  const texts = await textsByName(ctx.db);
  for (const name of textNames) say(`${name} = ${told(texts[name] ?? "")}`);
  for (const name of Object.keys(names) as Name[]) say(`${name} = ${told(settings[names[name]])}`);
}

function told(value: string | number | boolean | string[]): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  const [first = "", ...others] = text.split("\n");
  return others.length > 0 ? `${first} … (${text.length} characters)` : first;
}
