import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { DraftingState } from "../../../application/draftingState";
import { strings } from "../../strings";
import { CellLinks } from "../check/CellLinks";

/** Beyond these the sheet itself is easier to read. */
const CELLS_SHOWN = 20;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

interface Props {
  readonly takenBack: NonNullable<DraftingState["takenBack"]>;
}

/** What 撤回 could not take back, because somebody had worked on it or it is still referred to. */
export function TakenBackBar({ takenBack }: Props) {
  const { kept, keptSheets, neededSheets, keptRows = [] } = takenBack;
  if (kept.length + keptSheets.length + neededSheets.length + keptRows.length === 0) {
    return (
      <MessageBar intent="success">
        <MessageBarBody>{strings.done.takenBack}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {strings.done.notAll}
        {kept.length + keptSheets.length > 0 && ` ${strings.done.kept}`}
        <SheetNames names={keptSheets} />
        {kept.length > 0 && (
          <div>
            <CellLinks cells={kept} shown={CELLS_SHOWN} />
          </div>
        )}
        {keptRows.length > 0 &&
          strings.done.keptRows(keptRows.reduce((all, each) => all + each.count, 0))}
        {neededSheets.length > 0 && strings.done.needed}
        <SheetNames names={neededSheets} />
      </MessageBarBody>
    </MessageBar>
  );
}

function SheetNames({ names }: { names: readonly string[] }) {
  const styles = useStyles();
  if (names.length === 0) return null;
  return (
    <ul className={styles.list}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
