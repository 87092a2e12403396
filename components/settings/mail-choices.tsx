import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Checkbox } from "@/components/ui/checkbox";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { type MailKind, mailKinds, wantedValue } from "@/lib/notifications/input";

export type MailReader = {
  id: string;
  name: string;
  handle: string;
  picture: { src: string; srcSet?: string } | null;
  wants: Record<MailKind, boolean>;
};

/** Which identity wants which mails: a few boxes for one identity, a table for several. */
export function MailChoices({ readers }: { readers: MailReader[] }) {
  const [only, ...others] = readers;
  return only && others.length === 0 ? <Boxes reader={only} /> : <Table readers={readers} />;
}

function Boxes({ reader: { id, wants } }: { reader: MailReader }) {
  const t = useTranslations("notifications.kinds");
  return (
    <div className="grid gap-2">
      <input type="hidden" name="identity" value={id} />
      {mailKinds.map((kind) => (
        <Checkbox
          key={kind}
          id={`mail-${kind}`}
          name="wanted"
          value={wantedValue(kind, id)}
          label={t(`${kind}.label`)}
          hint={t(`${kind}.hint`)}
          defaultChecked={wants[kind]}
        />
      ))}
    </div>
  );
}

/** Where there is no room for its columns, each row becomes a card. */
function Table({ readers }: { readers: MailReader[] }) {
  const t = useTranslations("notifications");
  return (
    <div className="mail-frame">
      <dl className="mail-kinds">
        {mailKinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`kinds.${kind}.label`)}</dt>
            <dd>{t(`kinds.${kind}.hint`)}</dd>
          </div>
        ))}
      </dl>
      <table className="mail-choices">
        <caption className="sr-only">{t("table")}</caption>
        <thead>
          <tr>
            <th scope="col" className="mail-heading">
              {t("identity")}
            </th>
            {mailKinds.map((kind) => (
              <th key={kind} scope="col" className="mail-heading">
                {t(`kinds.${kind}.label`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readers.map((reader) => (
            <Row key={reader.id} reader={reader} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ reader: { id, name, handle, picture, wants } }: { reader: MailReader }) {
  const t = useTranslations("notifications");
  return (
    <tr>
      <th scope="row" className="mail-reader">
        <div>
          <Avatar name={name} picture={picture} size="small" />
          <span>
            {name} <span className="soft small">@{handle}</span>
          </span>
        </div>
        <input type="hidden" name="identity" value={id} />
      </th>
      {mailKinds.map((kind) => (
        <td key={kind}>
          <label>
            <input type="checkbox" name="wanted" value={wantedValue(kind, id)} defaultChecked={wants[kind]} />
            <span className="mail-kind">{t(`kinds.${kind}.label`)}</span>
            <VisuallyHidden>{t("boxFor", { name })}</VisuallyHidden>
          </label>
        </td>
      ))}
    </tr>
  );
}
