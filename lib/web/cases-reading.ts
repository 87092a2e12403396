import * as z from "zod";
import { isUuid } from "@/lib/core/text/uuid";
import { type CaseFilter, caseTabs } from "@/lib/moderation/cases/list";
import { reportCategories, reportedKinds } from "@/lib/moderation/input";

/** What the address of the queue asks for. Whatever is not understood asks for nothing. */
export const caseSearch = z.object({
  tab: z.enum(caseTabs).catch("open"),
  kind: z.enum(reportedKinds).optional().catch(undefined),
  category: z.enum(reportCategories).optional().catch(undefined),
  /** The last case of the page before, as `afterText` writes it. */
  after: z
    .string()
    .transform((text) => text.split("~"))
    .transform(([at = "", id = ""]) => ({ reportedAt: new Date(at), id }))
    .refine(({ reportedAt, id }) => !Number.isNaN(reportedAt.getTime()) && isUuid(id))
    .optional()
    .catch(undefined),
});

export function afterText({ reportedAt, id }: NonNullable<CaseFilter["after"]>): string {
  return `${reportedAt.toISOString()}~${id}`;
}
