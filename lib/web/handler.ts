import { AppError } from "@/lib/core/errors";

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
      return await run(request, await params);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return Response.json({ reason: error.reason }, { status: statusOf[error.code] });
    }
  };
}
