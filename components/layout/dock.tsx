import type { ReactNode } from "react";

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
  return (
    <div className="dock">
      <p>
        <strong>{title}</strong>
        {detail && <span className="soft small block">{detail}</span>}
      </p>
      {children}
    </div>
  );
}
