import type { Document } from "../activity";
import { momentText } from "./known";

/** What is left of something that is gone for good. */
export function tombstone(id: string, formerType?: string, deletedAt?: Date): Document {
  return {
    type: "Tombstone",
    id,
    ...(formerType && { formerType }),
    ...(deletedAt && { deleted: momentText(deletedAt) }),
  };
}
