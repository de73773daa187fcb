import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent } from "react";
import { strings, type TabName } from "../strings";
import { useHiddenStyle } from "./hiddenStyle";

const NAMES = Object.keys(strings.tabs) as TabName[];

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: "relative",
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: "none",
    borderBottom: "3px solid transparent",
    background: "none",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": {
      color: tokens.colorNeutralForeground1,
      borderBottomColor: tokens.colorNeutralStroke1Hover,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ":hover": { borderBottomColor: tokens.colorCompoundBrandStroke },
    // A transparent line is drawn in high contrast, so the chosen one needs its own.
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  unselected: { "@media (forced-colors: active)": { borderBottomColor: "Canvas" } },
  count: {
    minWidth: "16px",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    boxSizing: "border-box",
    border: `1px solid ${tokens.colorStatusDangerBackground3}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "center",
    fontVariantNumeric: "tabular-nums",
  },
});

interface Props {
  readonly id: string;
  readonly selected: TabName;
  readonly onSelect: (tab: TabName) => void;
  /** What must be mended, where there is such a count. */
  readonly counts: Partial<Record<TabName, number>>;
}

/** Fluent's own list of tabs would bring its whole keyboard library: a sixth of what the pane loads. */
export function PaneTabs({ id, selected, onSelect, counts }: Props) {
  const styles = useStyles();
  const hidden = useHiddenStyle();
  return (
    <div
      className={styles.list}
      role="tablist"
      aria-label={strings.tabList}
      onKeyDown={moveBetweenTabs}
    >
      {NAMES.map((name) => {
        const isSelected = name === selected;
        const count = counts[name] ?? 0;
        return (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            className={mergeClasses(styles.tab, isSelected ? styles.selected : styles.unselected)}
            aria-selected={isSelected}
            aria-controls={isSelected ? `${id}-panel` : undefined}
            tabIndex={isSelected ? 0 : -1}
            onClick={() => {
              onSelect(name);
            }}
          >
            {strings.tabs[name]}
            {count > 0 && (
              <>
                <span className={styles.count} aria-hidden="true">
                  {count}
                </span>
                <span className={hidden}>{strings.check.live(count)}</span>
              </>
            )}
          </button>
        );
      })}
    </div>
  );
}

/** Arrow keys go from tab to tab; Enter or Space chooses. */
function moveBetweenTabs(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const at = tabs.findIndex((tab) => tab === event.target);
  const next = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  }[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  tabs[next]?.focus();
}
