import type { Run } from "@/scripts/start/run";
import { buildNext, serveNext } from "./next-app";

const folder = "bench/bare";

/** What the bare pages must weigh in bytes, to be compared with ours. */
export type Weights = { static: number; dynamic: number };

/** Builds the bare pages as heavy as ours and serves them, the same way as the app. Returns their origin. */
export async function startBare(run: Run, weights: Weights): Promise<string> {
  // Each paragraph is in the HTML and once more in the payload for the framework's scripts.
  const paragraphs = (bytes: number) => String(Math.max(1, Math.round((bytes - emptyPage) / perParagraph)));
  const env = {
    STATIC_PARAGRAPHS: paragraphs(weights.static),
    DYNAMIC_PARAGRAPHS: paragraphs(weights.dynamic),
  };
  await buildNext({ folder, env }, run.signal);
  return serveNext(run, { folder, path: "/static" });
}

const emptyPage = 5_000;
const perParagraph = 250;
