import { ButtonLink } from "@/components/ui/button";

type Link = { href: string; text: string } | null;

/** Through a list that is too long to be counted: back to its beginning, and on. */
export function OlderLink({ label, first, older }: { label: string; first: Link; older: Link }) {
  if (!first && !older) return null;
  return (
    <nav className="pager" aria-label={label}>
      {first ? <ButtonLink href={first.href}>{first.text}</ButtonLink> : <span />}
      {older && (
        <ButtonLink href={older.href} rel="next">
          {older.text}
        </ButtonLink>
      )}
    </nav>
  );
}
