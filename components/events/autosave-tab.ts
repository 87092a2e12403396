const PREFIX = "carillon typed ";

/** Keeps a form in this tab alone, until the server can be reached, or somebody is signed in again. */
export function keepInTab(typed: FormData): void {
  try {
    sessionStorage.setItem(PREFIX + typed.get("eventId"), JSON.stringify([...typed]));
  } catch {
    // No room, or not allowed: the form itself still holds it.
  }
}

/** Sends what this tab kept; answers whether any of it arrived. */
export async function bringBack(send: (typed: FormData) => Promise<boolean>): Promise<boolean> {
  let isBack = false;
  for (const key of keysKept()) {
    const typed = new FormData();
    const entries: [string, string][] = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    for (const [name, value] of entries) typed.append(name, value);
    if (!(await send(typed))) continue;
    sessionStorage.removeItem(key);
    isBack = true;
  }
  return isBack;
}

function keysKept(): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}
