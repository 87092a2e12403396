import { drawPreview } from "./draw";
import type { PreviewFacts } from "./facts";
import { keepPreview, readPreview } from "./keep";

type Asked = { eventId: string; version: string; facts: PreviewFacts };

/** The drawn preview of an event, made when somebody asks for the first time. Only one is drawn at once. */
export async function previewOf({ facts, ...kept }: Asked): Promise<Uint8Array> {
  const known = await readPreview(kept);
  if (known) return known;
  const drawn = last.then(async () => (await readPreview(kept)) ?? drawAndKeep(kept, facts));
  last = drawn.catch(() => {});
  return drawn;
}

let last: Promise<unknown> = Promise.resolve();

async function drawAndKeep(kept: Omit<Asked, "facts">, facts: PreviewFacts): Promise<Uint8Array> {
  const bytes = await drawPreview(facts);
  await keepPreview(kept, bytes);
  return bytes;
}
