import { makeStyles, tokens } from "@fluentui/react-components";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import type { Presence } from "./presence";
import type { Preview } from "./usePreview";

const useStyles = makeStyles({
  box: {
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  sheets: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    listStyleType: "none",
  },
  sheet: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
});

/** What 套表 will add, before it is pressed. */
export function SheetPreview({ preview, present }: { preview: Preview; present: Presence }) {
  const styles = useStyles();
  const section = useSectionStyles();
  if (preview.kind !== "ready") {
    const words = preview.kind === "failed" ? "previewFailed" : "previewing";
    return <p className={section.note}>{strings.layOut[words]}</p>;
  }
  if (present.kind !== "free") {
    return (
      <p className={section.note} role="status">
        {present.kind === "present" ? strings.layOut.present : strings.layOut.taken(present.names)}
      </p>
    );
  }
  return (
    <div className={styles.box}>
      {strings.layOut.adds(preview.sheetNames.length, preview.hiddenSheets)}
      <ul className={styles.sheets}>
        {preview.sheetNames.map((name) => (
          <li key={name} className={styles.sheet}>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
