import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

/** What a file says that was named on the command line; `-` is standard input. */
export async function contentOf(file: string): Promise<string> {
  if (file === "-") return text(process.stdin);
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "there is no such file" : error.code;
    throw new Error(`${file} cannot be read: ${why}.`);
  });
}
