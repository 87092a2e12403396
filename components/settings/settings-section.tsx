import type { ReactNode } from "react";

type SettingsSectionProps = { id: string; title: string; lead?: ReactNode; children: ReactNode };

/** One matter of the account, with an address of its own: `#id`. */
export function SettingsSection({ id, title, lead, children }: SettingsSectionProps) {
  return (
    <section className="panel settings-section" id={id} aria-labelledby={`${id}-title`}>
      <h2 className="text-step-1" id={`${id}-title`}>
        {title}
      </h2>
      {lead && <p className="soft">{lead}</p>}
      {children}
    </section>
  );
}
