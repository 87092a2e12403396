import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";

type AnswerButtonsProps = {
  /** The words of the button for whoever comes. */
  going: string;
  /** The other answers that one can give: not the one that was given. */
  others: ("maybe" | "declined")[];
};

/** The answers to an event: one that matters most, and quieter ones, for which no question need be answered. */
export function AnswerButtons({ going, others }: AnswerButtonsProps) {
  const t = useTranslations("joining");
  return (
    <div className="answers">
      <SubmitButton wide name="answer" value="going">
        {going}
      </SubmitButton>
      {others.map((answer) => (
        <SubmitButton key={answer} variant="plain" name="answer" value={answer} formNoValidate>
          {t(answer)}
        </SubmitButton>
      ))}
    </div>
  );
}
