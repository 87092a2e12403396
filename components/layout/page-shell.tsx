import type { ReactNode } from "react";
import { Toast } from "@/components/ui/toast";
import { SkipLink } from "./skip-link";

type PageShellProps = {
  header: ReactNode;
  footer: ReactNode;
  /** Said once, after something worked. */
  notice?: string | null;
  /** The bar at the bottom of a phone with the one action that matters now. */
  dock?: ReactNode;
  children: ReactNode;
};

/** What every page stands in. Goes right below <body>. */
export function PageShell({ header, footer, notice, dock, children }: PageShellProps) {
  return (
    <div className="page">
      <SkipLink />
      {header}
      <main id="main" tabIndex={-1} className="wrap">
        <Toast message={notice} />
        {children}
      </main>
      {dock}
      {footer}
    </div>
  );
}
