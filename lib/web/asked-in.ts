/** What an address asks for by these names, as it was typed: for the form that asked, and for further pages. */
export function askedIn(
  search: Record<string, string | string[] | undefined>,
  names: string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name];
      return typeof value === "string" && value ? [[name, value]] : [];
    }),
  );
}
