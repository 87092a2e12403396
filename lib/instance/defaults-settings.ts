import { z } from "zod";

/** What holds where nobody says otherwise, and how far people may go. */
export const defaultsSettings = {
  /** The largest picture that people may send, in megabytes; each kind of picture has a limit of its own besides. */
  pictureMegabytes: z.number().int().min(1).max(10).default(10),
};
