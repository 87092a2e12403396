import { existsSync } from "node:fs";
import { readSettings, type Settings } from "@/lib/core/env";

/** The settings of `.env`, where there is one, and of the environment, which wins. */
export function loadSettings(): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const result = readSettings(process.env);
  if ("settings" in result) return result.settings;
  throw new Error([...result.problems, "All settings are described in docs/administration.md."].join("\n"));
}
