import { makeStyles, tokens } from "@fluentui/react-components";

/** What is read as text. */
export const ENDINGS = ".docx,.txt";

/** A form for a text that is pasted or comes from a file. */
export const useTextFormStyles = makeStyles({
  text: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "140px",
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    lineHeight: tokens.lineHeightBase400,
    resize: "vertical",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  back: {
    alignSelf: "flex-start",
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
