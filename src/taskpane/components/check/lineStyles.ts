import { makeStyles, tokens } from "@fluentui/react-components";

/** Words of a finding; a link leads to their cell. */
export const useLineStyles = makeStyles({
  line: {
    boxSizing: "border-box",
    width: "100%",
    margin: 0,
    padding: `1px ${tokens.spacingHorizontalXXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusSmall,
    background: "none",
    color: "inherit",
    font: "inherit",
    lineHeight: tokens.lineHeightBase300,
    textAlign: "left",
  },
  link: {
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorBrandForegroundLinkHover,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});
