import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldErrors, FieldValues, ResolverOptions } from "react-hook-form";
import type { z } from "zod";
import { formEntries } from "@/lib/web/form-state";

/** Checks exactly what the server will get, with the schema that the server checks with. */
export async function checkForm(
  form: HTMLFormElement,
  schema: z.ZodType,
  options: ResolverOptions<FieldValues>,
): Promise<FieldErrors> {
  // biome-ignore lint/suspicious/noExplicitAny: a schema of any object; the resolver's types want its very fields
  const resolve = zodResolver(schema as any);
  const { errors } = await resolve(formEntries(new FormData(form)), undefined, options);
  return errors;
}
