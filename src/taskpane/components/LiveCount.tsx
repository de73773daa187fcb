import { strings } from "../strings";
import { useHiddenStyle } from "./hiddenStyle";

/** Screen readers say the count when it changes, and nothing else of what changes while a person types. */
export function LiveCount({ mustFix }: { mustFix: number | undefined }) {
  return (
    <div className={useHiddenStyle()} role="status" aria-live="polite">
      {mustFix === undefined ? "" : strings.check.live(mustFix)}
    </div>
  );
}
