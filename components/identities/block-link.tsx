import { useTranslations } from "next-intl";
import type { Block } from "@/db/schema/blocks";
import { blockPath } from "@/lib/core/moderation-paths";
import { addressOf, paths } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";

type BlockLinkProps = {
  face: Pick<Face, "handle" | "domain" | "name">;
  /** The name of who reads, and what they did already. */
  by: string;
  kind: Block["kind"] | null;
};

/** Quiet, on the page of somebody: the way to block or mute them, and the way back. */
export function BlockLink({ face, by, kind }: BlockLinkProps) {
  const t = useTranslations("blocks");
  const { name } = face;
  return (
    <p className="small">
      {kind && t(kind === "block" ? "youBlock" : "youMute", { as: by, name })}{" "}
      {kind && <a href={paths.blocks}>{t("toList")}</a>}{" "}
      {kind !== "block" && (
        <a href={blockPath(addressOf(face))} rel="nofollow">
          {t("link")}
        </a>
      )}
    </p>
  );
}
