import type { ReactNode } from "react";

type FormPageProps = {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** What else one may have come for, below the form. */
  after?: ReactNode;
};

/** A narrow page for one form: sign in, a new password, a first identity. */
export function FormPage({ title, lead, children, after }: FormPageProps) {
  return (
    <div className="narrow">
      <h1 className="text-step-2">{title}</h1>
      {lead && <p className="soft mt-2">{lead}</p>}
      <div className="panel">{children}</div>
      {after && <div className="small mt-5">{after}</div>}
    </div>
  );
}
