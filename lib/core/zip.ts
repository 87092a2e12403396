import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/**
 * Puts one file into the archive and waits until it is in: whatever is under way, one piece of it is in memory. What is
 * given whole stands there with its length before it, and with nothing else.
 */
export type AddFile = (
  path: string,
  content: AsyncIterable<string | Uint8Array> | Buffer,
  options?: { compress?: boolean },
) => Promise<void>;

/** An archive as it is made. Where `fill` fails, reading it fails in the same way. */
export function zipOf(fill: (add: AddFile) => Promise<void>): NodeJS.ReadableStream {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const add: AddFile = async (path, content, { compress = true } = {}) => {
    if (Buffer.isBuffer(content)) return zip.addBuffer(content, path, { compress, forceDosTimestamp: true });
    const file = Readable.from(content, { objectMode: false });
    zip.addReadStream(file, path, { compress });
    await finished(file);
  };
  fill(add).then(
    () => zip.end(),
    (error: unknown) => output.destroy(error as Error),
  );
  return output;
}
