import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type KeyboardEvent } from "react";
import { URGENCY_WORDS, type Urgency } from "../../../application/findingWords";
import { strings } from "../../strings";
import { Icon } from "../icons";
import { toggled } from "../toggled";
import { FindingItem } from "./FindingItem";
import { listRows, type ListRow } from "./listRows";
import type { UrgencyGroup } from "./groupFindings";
import { URGENCY_COLORS } from "./urgencyColors";
import { VirtualList } from "../VirtualList";

const useStyles = makeStyles({
  urgency: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    width: "100%",
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: `${tokens.spacingVerticalXS} 0`,
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  dot: {
    width: "10px",
    height: "10px",
    borderRadius: tokens.borderRadiusCircular,
    border: "2px solid currentColor",
    boxSizing: "border-box",
    flexShrink: 0,
  },
  count: {
    flexGrow: 1,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
  },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  place: {
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  kind: { flexShrink: 0, fontWeight: tokens.fontWeightRegular },
});

/** Below these a person looks only when wanted. */
const FOLDED: readonly Urgency[] = ["undetermined", "tail", "explained"];

export function FindingList({ groups }: { groups: readonly UrgencyGroup[] }) {
  const [folded, setFolded] = useState<ReadonlySet<Urgency>>(new Set(FOLDED));
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => listRows(groups, folded), [groups, folded]);
  return (
    <div onKeyDown={moveBetweenFindings}>
      <VirtualList rows={rows}>
        {(row) => (
          <Row
            row={row}
            isFolded={row.kind === "urgency" && folded.has(row.urgency)}
            isOpen={row.kind === "finding" && opened.has(row.key)}
            onFold={(urgency) => {
              setFolded(toggled(folded, urgency));
            }}
            onOpen={(key) => {
              setOpened(toggled(opened, key));
            }}
          />
        )}
      </VirtualList>
    </div>
  );
}

interface RowProps {
  readonly row: ListRow;
  readonly isFolded: boolean;
  readonly isOpen: boolean;
  readonly onFold: (urgency: Urgency) => void;
  readonly onOpen: (key: string) => void;
}

function Row({ row, isFolded, isOpen, onFold, onOpen }: RowProps) {
  const styles = useStyles();
  switch (row.kind) {
    case "urgency":
      return (
        <>
          <h2 className={styles.title}>
            <button
              type="button"
              className={styles.urgency}
              aria-expanded={!isFolded}
              onClick={() => {
                onFold(row.urgency);
              }}
            >
              <span className={styles.dot} style={{ color: URGENCY_COLORS[row.urgency] }} />
              {URGENCY_WORDS[row.urgency]}
              <span className={styles.count}>{row.count}</span>
              <Icon name="chevron" turned={!isFolded} />
            </button>
          </h2>
          {strings.check.notes[row.urgency] !== "" && (
            <p className={styles.note}>{strings.check.notes[row.urgency]}</p>
          )}
        </>
      );
    case "place":
      return (
        <h3 className={styles.place}>
          {row.table ?? strings.check.wholeSet}
          <span className={styles.kind}>{strings.check.kinds[row.findingKind]}</span>
        </h3>
      );
    case "finding":
      return (
        <FindingItem
          entry={row.entry}
          table={row.table}
          isOpen={isOpen}
          onToggle={() => {
            onOpen(row.key);
          }}
        />
      );
  }
}

/** Arrow keys go from finding to finding, Tab through what each offers. */
function moveBetweenFindings(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const findings = [...event.currentTarget.querySelectorAll("article")];
  const at = findings.findIndex((each) => each.contains(event.target as Node));
  if (at < 0) return;
  const next = findings[at + (event.key === "ArrowDown" ? 1 : -1)];
  const button = next?.querySelector("button");
  if (!button) return;
  event.preventDefault();
  button.focus();
}
