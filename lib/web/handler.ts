import type { z } from "zod";
import { isDemo } from "@/lib/core/demo";
import { env } from "@/lib/core/env";
import { AppError, conflict } from "@/lib/core/errors";
import { isOrphan } from "@/lib/core/unique";
import { formEntries } from "./form-state";
import { transportSecurity } from "./security/transport";

const statusOf = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  rate_limited: 429,
} as const;

/** The only way to make a route handler: refusals become plain answers with the right status. Other errors are bugs. */
export function handler<P>(run: (request: Request, params: P) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    try {
      return secured(await run(request, await params));
    } catch (thrown) {
      // Somebody of the time before a wipe did something in its middle.
      const error = isDemo() && isOrphan(thrown) ? conflict("demo_swept") : thrown;
      if (!(error instanceof AppError)) throw error;
      const { code, reason, fieldErrors } = error;
      const told = Object.keys(fieldErrors).length > 0 ? { reason, fieldErrors } : { reason };
      return secured(Response.json(told, { status: statusOf[code] }));
    }
  };
}

function secured(response: Response): Response {
  const hsts = transportSecurity(env().ORIGIN);
  if (hsts) response.headers.set("strict-transport-security", hsts);
  return response;
}

/** What a form sent, checked. Refuses with `form_not_readable`, be it the encoding or a value. */
export async function formOf<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const formData = await request.formData().catch(() => new FormData());
  const result = schema.safeParse(formEntries(formData));
  if (!result.success) throw new AppError("invalid", "form_not_readable");
  return result.data;
}
