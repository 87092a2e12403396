import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { ActorField } from "@/db/schema/actors";
import { dateText } from "@/lib/core/dates/date-text";
import { linkOf } from "@/lib/identities/rules";

/** What an identity says of itself in a line each, and which of its links were seen to lead back. */
export function ProfileLines({ fields }: { fields: ActorField[] }) {
  return (
    <dl className="profile-lines">
      {fields.map(({ id, name, value, verifiedAt }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            <Value value={value} />
            {verifiedAt && <LinkedBack seen={verifiedAt} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: string }) {
  const href = linkOf(value);
  if (!href) return value;
  return (
    <a className="u-url" href={href} rel="me nofollow noopener">
      {value.replace(/^https?:\/\//i, "").replace(/\/$/, "")}
    </a>
  );
}

function LinkedBack({ seen }: { seen: Date }) {
  const t = useTranslations("profile");
  const date = dateText(seen, { zone: "UTC", locale: useLocale(), style: "short", year: true });
  return (
    <span className="linked-back">
      <Icon name="check" size={18} />
      {t("linkedBack", { date })}
    </span>
  );
}
