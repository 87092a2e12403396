import { Counter } from "./counter";

export const dynamic = "force-dynamic";

/** With the least of scripts of its own, so that all of Next's are there: what ours weigh is counted above these. */
export default function ScriptedPage() {
  return <Counter />;
}
