import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import type { Follow } from "@/db/schema/follows";
import { addressOf, facePath, signInPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import type { FormAction } from "@/lib/web/form-state";
import { FromElsewhere } from "./from-elsewhere";

type Named = Pick<Face, "handle" | "domain"> & { uri: string };

export type Follower = {
  /** As whom the reader can follow, the acting identity first. */
  identities: Pick<Face, "handle" | "name">[];
  /** Of the acting one; null: it does not follow. */
  status: Follow["status"] | null;
  follow: FormAction;
  unfollow: FormAction;
};

/** On the page of an identity: find here what it announces. Visitors sign in first. */
export function FollowButton({ face, member }: { face: Named; member?: Follower }) {
  const t = useTranslations("follows");
  if (!member) {
    return (
      <div className="follow">
        <ButtonLink href={signInPath(facePath(face))}>
          <Icon name="bell" size={20} />
          {t("follow")}
        </ButtonLink>
        <FromElsewhere uri={face.uri} kind="actor" />
      </div>
    );
  }
  return member.status ? <Following face={face} {...member} /> : <FollowAs face={face} {...member} />;
}

function Following({ face, identities, status, unfollow }: { face: Named } & Follower) {
  const t = useTranslations("follows");
  const isWaiting = status === "pending";
  const name = identities[0]?.name ?? "";
  return (
    <ButtonForm action={unfollow} className="follow">
      <input type="hidden" name="handle" value={addressOf(face)} />
      <Button type="submit">
        <Icon name={isWaiting ? "waiting" : "check"} size={20} />
        {t(isWaiting ? "takeBack" : "stop")}
      </Button>
      <span className="soft small">
        {isWaiting ? t("waitingAs", { name, host: face.domain ?? "" }) : t("followingAs", { name })}
      </span>
    </ButtonForm>
  );
}

/** The other server is told who follows: so who that is, is chosen. */
function FollowAs({ face, identities, follow }: { face: Named } & Follower) {
  const t = useTranslations("follows");
  const [first, ...others] = identities;
  const hasChoice = face.domain !== null && others.length > 0;
  return (
    <ButtonForm action={follow} className="follow">
      <input type="hidden" name="handle" value={addressOf(face)} />
      {hasChoice && (
        <Select
          id="follow-as"
          name="as"
          label={t("as")}
          options={identities.map(({ handle, name }) => ({ value: handle, label: `${name} (@${handle})` }))}
        />
      )}
      <Button type="submit" variant="primary">
        <Icon name="bell" size={20} />
        {t("follow")}
      </Button>
      <span className="soft small">
        {hasChoice && t("isTold", { host: face.domain ?? "" })}
        {!hasChoice && face.domain && t("followElsewhereAs", { name: first?.name ?? "", host: face.domain })}
        {!face.domain && t("followAs", { name: first?.name ?? "" })}
      </span>
    </ButtonForm>
  );
}
