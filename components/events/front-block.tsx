import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type FrontBlockProps = {
  /** For the heading's id. */
  id: string;
  title: string;
  /** Where there is more of it. */
  more?: { href: string; label: string };
  children: ReactNode;
};

/** A part of the front page. */
export function FrontBlock({ id, title, more, children }: FrontBlockProps) {
  return (
    <section className="section" aria-labelledby={`front-${id}`}>
      <div className="block-head">
        <h2 id={`front-${id}`}>{title}</h2>
        {more && (
          <a href={more.href}>
            {more.label}
            <Icon name="arrowEnd" size={18} />
          </a>
        )}
      </div>
      {children}
    </section>
  );
}
