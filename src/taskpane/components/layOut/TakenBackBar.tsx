import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { TakenBack } from "../../../ports/workbookPorts";
import { strings } from "../../strings";
import { CellLinks } from "../check/CellLinks";

/** Beyond these the sheet itself is easier to read. */
const CELLS_SHOWN = 20;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** What 撤回 could not take back, because somebody had worked on it. */
export function TakenBackBar({ takenBack: { kept, keptSheets } }: { takenBack: TakenBack }) {
  const styles = useStyles();
  if (kept.length === 0 && keptSheets.length === 0) {
    return (
      <MessageBar intent="success">
        <MessageBarBody>{strings.done.takenBack}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {strings.done.kept}
        {keptSheets.length > 0 && (
          <ul className={styles.list}>
            {keptSheets.map((sheet) => (
              <li key={sheet}>{sheet}</li>
            ))}
          </ul>
        )}
        {kept.length > 0 && (
          <div>
            <CellLinks cells={kept} shown={CELLS_SHOWN} />
          </div>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
