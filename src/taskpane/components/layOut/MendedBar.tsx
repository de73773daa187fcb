import type { DraftingState } from "../../../application/draftingState";
import { usePaneHost } from "../paneHost";
import { LastWriteBar } from "./LastWriteBar";
import { TakenBackBar } from "./TakenBackBar";

/** On the tab where findings are mended: what the last press changed, with the way back. */
export function MendedBar({ state }: { state: DraftingState }) {
  const { session } = usePaneHost();
  const { lastWrite, takenBack } = state;
  if (takenBack && takenBack.kept.length > 0) return <TakenBackBar takenBack={takenBack} />;
  if (lastWrite?.kind !== "mend" && lastWrite?.kind !== "explain") return null;
  return (
    <LastWriteBar lastWrite={lastWrite} keptTotals={0} onTakeBack={() => void session.takeBack()} />
  );
}
