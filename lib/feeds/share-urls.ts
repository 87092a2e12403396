export type Shared = { title: string; url: string };

const line = ({ title, url }: Shared) => encodeURIComponent(`${title}\n${url}`);
const part = encodeURIComponent;

/** Opens the reader's mail program. */
export function shareByMail({ title, url }: Shared): string {
  return `mailto:?subject=${part(title)}&body=${line({ title, url })}`;
}

/** Services that take what is to be told in the address, under the names that they go by. Nothing of theirs is loaded. */
export function shareServices(shared: Shared): { name: string; href: string }[] {
  const [title, url] = [part(shared.title), part(shared.url)];
  return [
    { name: "WhatsApp", href: `https://wa.me/?text=${line(shared)}` },
    { name: "Telegram", href: `https://t.me/share/url?url=${url}&text=${title}` },
    { name: "Facebook", href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { name: "LinkedIn", href: `https://www.linkedin.com/sharing/share-offsite/?url=${url}` },
    { name: "diaspora*", href: `https://share.diasporafoundation.org/?title=${title}&url=${url}` },
  ];
}

/** Where a Mastodon server takes a draft: nothing is sent before its people say so. */
export function shareOnMastodon(server: string, { title, url }: Shared): string {
  return `https://${server}/share?text=${line({ title, url })}`;
}

/** The server that is meant by "mastodon.social", its address, or a handle there; null for anything else. */
export function mastodonServerOf(text: string): string | null {
  const host = text
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/[/?#].*$/s, "")
    .replace(/^.*@/, "");
  if (!/^[^\s:[\]\\]{1,253}$/.test(host) || !URL.canParse(`https://${host}`)) return null;
  const { hostname } = new URL(`https://${host}`);
  return /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/.test(hostname) ? hostname : null;
}
