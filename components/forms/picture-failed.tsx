import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";

/** For whoever uploaded it: a file that is broken off halfway looks whole until somebody reads it to its end. */
export function PictureFailed() {
  const t = useTranslations("forms");
  return (
    <Alert tone="warning" title={t("pictureFailed")}>
      <p>{t("pictureFailedText")}</p>
    </Alert>
  );
}
