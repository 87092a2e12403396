import type { EventQuestion } from "@/db/schema/event-questions";
import { cleanText } from "@/lib/core/text/clean";

type Asked = Pick<EventQuestion, "kind" | "isRequired" | "choices">;

/** What is kept, nothing where nothing was answered, or why it cannot be. */
type Read = { value: string[] } | { refusal: string };

const LONGEST = 1000;

/** Reads what was typed or ticked. `mustAnswer`: required questions are required of whoever wants to come. */
export function readAnswer(question: Asked, given: string[], mustAnswer: boolean): Read {
  const read = readers[question.kind](given, question);
  const isMissing = "value" in read && read.value.length === 0 && question.isRequired && mustAnswer;
  if (!isMissing) return read;
  return { refusal: question.kind === "consent" ? "consent_missing" : "answer_missing" };
}

const readers: Record<EventQuestion["kind"], (given: string[], question: Asked) => Read> = {
  text: (given) => readText(given),
  number: (given) => readNumber(given),
  choice: (given, { choices }) => readChoices(given.slice(0, 1), choices),
  several: (given, { choices }) => readChoices(given, choices),
  consent: (given) => ({ value: given.length > 0 ? ["on"] : [] }),
};

function readText([typed = ""]: string[]): Read {
  const text = cleanText(typed);
  return text.length > LONGEST ? { refusal: "answer_too_long" } : { value: text ? [text] : [] };
}

/** Kept with a point, whichever sign was typed. */
function readNumber([typed = ""]: string[]): Read {
  const number = typed.trim().replace(",", ".");
  if (number === "") return { value: [] };
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(number) ? { value: [number] } : { refusal: "answer_not_a_number" };
}

/** In the order of the hosts, each once. */
function readChoices(given: string[], choices: string[]): Read {
  const chosen = given.filter((choice) => choice !== "");
  if (!chosen.every((choice) => choices.includes(choice))) return { refusal: "choose_one" };
  return { value: choices.filter((choice) => chosen.includes(choice)) };
}
