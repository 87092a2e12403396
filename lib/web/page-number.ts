/** Which page of a list `?page=` means: from 1 to the last, since lists grow shorter while people look at them. */
export function pageFrom(
  text: string | string[] | undefined,
  { total, size }: { total: number; size: number },
): { page: number; pageCount: number } {
  const pageCount = Math.max(1, Math.ceil(total / size));
  const asked = Number(text);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pageCount) : 1;
  return { page, pageCount };
}
