import { statfs } from "node:fs/promises";
import type { Settings } from "@/lib/core/env";
import { prepareDataDir } from "../../start/data-dir";
import type { Finding } from "./finding";

const about = "disk";

/** Whether the data directory can be written, and how much room it has. */
export async function checkDisk({ DATA_DIR }: Settings): Promise<Finding> {
  try {
    prepareDataDir(DATA_DIR);
  } catch (error) {
    return { about, state: "fail", text: error instanceof Error ? error.message : String(error) };
  }
  const { bavail, bsize } = await statfs(DATA_DIR);
  return judgeRoom(DATA_DIR, bavail * bsize);
}

/** `free`: bytes. */
export function judgeRoom(folder: string, free: number): Finding {
  const text = `${folder} has ${(free / 1e9).toFixed(1)} GB left.`;
  const todo = "Make room, or move DATA_DIR to a larger disk.";
  if (free < 0.2e9) return { about, state: "fail", text, todo };
  if (free < 2e9) return { about, state: "warn", text, todo };
  return { about, state: "ok", text };
}
