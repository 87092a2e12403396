import { useTranslations } from "next-intl";
import type { PictureSources } from "@/lib/media/sources";
import { PictureChoice } from "./picture-choice";

type BannerFieldProps = {
  picture: PictureSources | null;
  /** There is one, though it may not be ready to be shown. */
  hasBanner: boolean;
  hasFailed: boolean;
};

export function BannerField({ picture, hasBanner, hasFailed }: BannerFieldProps) {
  const t = useTranslations("identities");
  return (
    <PictureChoice
      name="banner"
      label={t("banner")}
      hint={t("bannerHint")}
      optional={t("optional")}
      current={
        picture && (
          // biome-ignore lint/performance/noImgElement: sized when it was uploaded, so there is nothing left to optimise
          <img
            className="banner banner-current"
            src={picture.src}
            srcSet={picture.srcSet}
            sizes="24rem"
            width={picture.width}
            height={picture.height}
            alt=""
          />
        )
      }
      hasFailed={hasFailed}
      removal={hasBanner ? { name: "removeBanner", label: t("removeBanner") } : undefined}
    />
  );
}
