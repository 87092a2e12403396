import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { identityPath, signInPath } from "@/lib/core/paths";
import type { FormAction } from "@/lib/web/form-state";

type FollowButtonProps = {
  handle: string;
  /** Who would follow; visitors sign in first. */
  member?: { name: string; isFollowing: boolean; follow: FormAction; unfollow: FormAction };
};

/** On the page of an identity: find here what it announces. */
export function FollowButton({ handle, member }: FollowButtonProps) {
  const t = useTranslations("follows");
  if (!member) {
    return (
      <ButtonLink href={signInPath(identityPath(handle))}>
        <Icon name="bell" size={20} />
        {t("follow")}
      </ButtonLink>
    );
  }
  const { name, isFollowing, follow, unfollow } = member;
  return (
    <ButtonForm action={isFollowing ? unfollow : follow} className="follow">
      <input type="hidden" name="handle" value={handle} />
      <Button type="submit" variant={isFollowing ? "plain" : "primary"}>
        <Icon name={isFollowing ? "check" : "bell"} size={20} />
        {t(isFollowing ? "stop" : "follow")}
      </Button>
      <span className="soft small">{t(isFollowing ? "followingAs" : "followAs", { name })}</span>
    </ButtonForm>
  );
}
