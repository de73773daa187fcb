import { makeStyles, tokens } from "@fluentui/react-components";

/** Framed rows of what files hold, and plain lists of what is said of it. */
export const useListStyles = makeStyles({
  rows: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  first: { display: "flex", gap: tokens.spacingHorizontalS },
  label: { flexGrow: 1, minWidth: 0 },
  value: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
  place: { color: tokens.colorNeutralForeground2 },
  lines: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
});
