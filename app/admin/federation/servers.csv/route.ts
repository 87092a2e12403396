import { notFound } from "@/lib/core/errors";
import { writeDomainPolicies } from "@/lib/instance/domain-policies-csv";
import { canAdminister } from "@/lib/instance/policy";
import { listPublicPolicies } from "@/lib/instance/public-policies";
import { accountContext } from "@/lib/web/context";
import { handler } from "@/lib/web/handler";

/** What was decided about other servers as a file that Mastodon reads too; for everybody else there is none. */
export const GET = handler(async () => {
  const ctx = await accountContext();
  if (!canAdminister(ctx.actor)) throw notFound("page_not_found");
  return new Response(writeDomainPolicies(await listPublicPolicies(ctx.db)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="domain_blocks.csv"',
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
