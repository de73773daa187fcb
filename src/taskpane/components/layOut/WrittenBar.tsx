import type { DraftingState, LastWrite } from "../../../application/draftingState";
import { usePaneHost } from "../paneHost";
import { LastWriteBar } from "./LastWriteBar";
import { TakenBackBar } from "./TakenBackBar";

interface Props {
  readonly state: DraftingState;
  /** The presses that this tab offers. */
  readonly kinds: readonly LastWrite["kind"][];
}

/** On the tab of the press: what it changed, with the way back. */
export function WrittenBar({ state, kinds }: Props) {
  const { session } = usePaneHost();
  const { lastWrite, takenBack } = state;
  if (takenBack && takenBack.kept.length > 0) return <TakenBackBar takenBack={takenBack} />;
  if (!lastWrite || !kinds.includes(lastWrite.kind)) return null;
  return (
    <LastWriteBar lastWrite={lastWrite} keptTotals={0} onTakeBack={() => void session.takeBack()} />
  );
}
