import { type ReactNode, useId } from "react";

/** Keeps the one action that matters in reach on phones; not shown on larger screens, where it is in sight anyway. */
export function Dock({
  title,
  detail,
  children,
}: {
  title: ReactNode;
  detail?: ReactNode;
  children: ReactNode;
}) {
  const titleId = `dock${useId()}`;
  return (
    <section className="dock" aria-labelledby={titleId}>
      <p>
        <strong id={titleId}>{title}</strong>
        {detail && <span className="soft small block">{detail}</span>}
      </p>
      {children}
    </section>
  );
}
