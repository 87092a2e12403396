import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/web/form-state";
import { type Deciding, Said } from "./decision-form";

type DecisionMoveProps = Deciding & {
  participationId: string;
  name: string;
  position: number;
  lineLength: number;
  move: FormAction;
};

/** Gives somebody in line another turn. */
export function DecisionMove({
  participationId,
  name,
  position,
  lineLength,
  move,
  as,
  back,
}: DecisionMoveProps) {
  const t = useTranslations("participants");
  const ways = [
    { way: "first", to: 1, isPossible: position > 2 },
    { way: "up", to: position - 1, isPossible: position > 1 },
    { way: "down", to: position + 1, isPossible: position < lineLength },
  ] as const;
  return (
    <ActionForm id={`move-${participationId}`} action={move} className="decision decision-move">
      <input type="hidden" name="participationId" value={participationId} />
      <input type="hidden" name="as" value={as} />
      <input type="hidden" name="back" value={`${back.split("#")[0]}#p-${participationId}`} />
      {ways.map(
        ({ way, to, isPossible }) =>
          isPossible && (
            <SubmitButton key={way} variant="quiet" small name="position" value={to}>
              <Said shown={t(`move.${way}`)} read={t(`move.${way}Name`, { name })} />
            </SubmitButton>
          ),
      )}
    </ActionForm>
  );
}
