import { buffer } from "node:stream/consumers";
import { openPromise } from "yauzl";

/** Everything in an archive, by path. */
export async function openZip(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}
