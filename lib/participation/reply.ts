import type { Participation } from "@/db/schema/participations";
import { cleanText } from "@/lib/core/text/clean";

/**
 * What somebody says with their answer; what is absent is none. `answers`: to the questions of the hosts, by question;
 * absent where nobody could be asked, as on servers that know no questions.
 */
export type Reply = {
  message?: string;
  adults?: number;
  children?: number;
  isHidden?: boolean;
  answers?: Record<string, string[]>;
};

/** The columns of what somebody said. */
export function repliedColumns({ message = "", adults = 0, children = 0, isHidden = false }: Reply) {
  return { message: cleanText(message), adults, children, isHidden } satisfies Partial<Participation>;
}
