import { useFormatter } from "next-intl";
import { facePath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";

/** Those who can be asked; links where everybody may open the page. */
export function ContactNames({ contacts }: { contacts: Face[] }) {
  const format = useFormatter();
  const names = contacts.map(({ id, name, handle, domain, visibility }) =>
    visibility === "public" ? (
      <a key={id} href={facePath({ handle, domain })}>
        {name}
      </a>
    ) : (
      <span key={id}>{name}</span>
    ),
  );
  return names.length > 0 && format.list(names);
}
