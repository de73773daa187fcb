import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { DraftingState } from "../../application/draftingState";
import { unitNameOf } from "../../domain/disclosure/unitNameOf";
import { strings } from "../strings";
import { Icon } from "./icons";
import { usePaneHost } from "./paneHost";

const useStyles = makeStyles({
  header: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    justifyContent: "space-between",
    flexShrink: 0,
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
  },
  names: { flexGrow: 1, flexBasis: "150px", minWidth: 0 },
  unit: {
    margin: `0 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  line: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  stale: { color: tokens.colorPaletteDarkOrangeForeground1 },
  again: { minWidth: 0, flexShrink: 0, whiteSpace: "nowrap" },
});

export function PaneHeader({ state }: { state: DraftingState }) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const { checked, stale, lookTrouble, phase } = state;
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1 className={styles.unit}>
          {checked ? unitNameOf(checked.disclosure) || strings.noUnit : strings.noTables}
        </h1>
        {checked && (
          <div className={styles.line}>{checked.template.structure.definition.title}</div>
        )}
        {checked && (
          <div className={styles.line}>
            {strings.lastCheck(clockTime(checked.at))}
            {(stale || lookTrouble) && (
              <span className={styles.stale}>
                　{lookTrouble ? strings.notChecked : strings.stale}
              </span>
            )}
          </div>
        )}
        {checked?.isCalculatedByHand && <div className={styles.line}>{strings.byHand}</div>}
      </div>
      <Button
        className={styles.again}
        size="small"
        icon={<Icon name="refresh" />}
        disabledFocusable={phase !== "ready"}
        onClick={() => void session.look("thorough")}
      >
        {strings.checkAgain}
      </Button>
    </header>
  );
}

/** 10:32, as on a wall clock. */
function clockTime(at: Date): string {
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}
