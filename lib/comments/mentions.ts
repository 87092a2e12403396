/** More are no mentions any more, but noise. */
const MOST = 10;

/** "@ada", but neither the end of a mail address nor the beginning of "@ada@elsewhere.example" or "@ada.example". */
const mention = /(?<![\w@/.&;-])@([a-z0-9_]{1,30})(?![\w@-]|\.\w)/gi;

const token = /<(\/?)([a-z0-9]+)[^>]*>|[^<]+/g;

/** The handles of this server that sanitised HTML names with @, in small letters, each once; at most 10. */
export function mentionedIn(html: string): string[] {
  const handles = new Set<string>();
  eachText(html, (text) => {
    for (const [, handle] of text.matchAll(mention)) handles.add(handle!.toLowerCase());
    return text;
  });
  return [...handles].slice(0, MOST);
}

/** The same HTML with links on those handles that have an address. */
export function linkMentions(html: string, addresses: Map<string, string>): string {
  return eachText(html, (text) =>
    text.replace(mention, (found, handle: string) => {
      const address = addresses.get(handle.toLowerCase());
      return address ? `<a class="mention" href="${address}">${found}</a>` : found;
    }),
  );
}

/** Text inside of links and code stays as it is. */
function eachText(html: string, change: (text: string) => string): string {
  let closed = 0;
  return html.replace(token, (found, slash: string | undefined, tag: string | undefined) => {
    if (tag === undefined) return closed > 0 ? found : change(found);
    if (tag === "a" || tag === "code" || tag === "pre") closed += slash ? -1 : 1;
    return found;
  });
}
