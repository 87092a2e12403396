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
  /** As whom the reader can follow, the acting identity first. `status` null: it does not. */
  identities: (Pick<Face, "handle" | "name"> & { status: Follow["status"] | null })[];
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
  // Here one follows as whom one acts. Another server is told who follows, so who that is, is chosen there and then.
  const identities = face.domain ? member.identities : member.identities.slice(0, 1);
  const others = identities.filter(({ status }) => !status);
  return (
    <div className="follow">
      {identities.map(
        (own) => own.status && <Following key={own.handle} face={face} own={own} {...member} />,
      )}
      {others.length > 0 && (
        <FollowAs face={face} {...member} identities={others} isFirst={others.length === identities.length} />
      )}
    </div>
  );
}

type FollowingProps = { face: Named; own: Follower["identities"][number] } & Pick<Follower, "unfollow">;

function Following({ face, own: { handle, name, status }, unfollow }: FollowingProps) {
  const t = useTranslations("follows");
  const isWaiting = status === "pending";
  return (
    <ButtonForm action={unfollow} className="follow">
      <input type="hidden" name="handle" value={addressOf(face)} />
      <input type="hidden" name="as" value={handle} />
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

type FollowAsProps = {
  face: Named;
  /** None of them follows yet: it is what one comes for. */
  isFirst: boolean;
} & Pick<Follower, "identities" | "follow">;

function FollowAs({ face, identities, isFirst, follow }: FollowAsProps) {
  const t = useTranslations("follows");
  const [first, ...others] = identities;
  const hasChoice = others.length > 0;
  return (
    <ButtonForm action={follow} className="follow">
      <input type="hidden" name="handle" value={addressOf(face)} />
      {hasChoice ? (
        <Select
          id="follow-as"
          name="as"
          label={t("as")}
          options={identities.map(({ handle, name }) => ({ value: handle, label: `${name} (@${handle})` }))}
        />
      ) : (
        <input type="hidden" name="as" value={first?.handle} />
      )}
      <Button type="submit" variant={isFirst ? "primary" : "plain"}>
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
