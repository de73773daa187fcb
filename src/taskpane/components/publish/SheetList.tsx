import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Checked } from "../../../application/draftingState";
import { urgencyOf } from "../../../application/findingWords";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";
import { sheetCounts } from "./sheetCounts";

const useStyles = makeStyles({
  sheets: { margin: 0, padding: 0, listStyleType: "none" },
  sheet: {
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { textAlign: "left" },
  mustFix: {
    flexShrink: 0,
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
  },
});

export function SheetList({ checked }: { checked: Checked }) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { session } = usePaneHost();
  const { disclosure, report } = checked;
  const sheets = disclosure.snapshot.sheets.filter(({ visibility }) => visibility === "visible");
  const mustFix = report.findings.filter((finding) => urgencyOf(finding) === "must-hold");
  const counts = sheetCounts(mustFix);
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{strings.publish.sheets(sheets.length)}</h2>
      {counts.overlap && (
        <p className={section.note}>{strings.publish.sheetsOverlap(mustFix.length)}</p>
      )}
      <ul className={styles.sheets}>
        {sheets.map(({ id, name }) => {
          const own = counts.of(name);
          return (
            <li key={id} className={styles.sheet}>
              <Link
                as="button"
                className={styles.name}
                onClick={() => void session.navigate({ sheet: name, row: 1, column: 1 })}
              >
                {name}
              </Link>
              {own > 0 && (
                <span className={styles.mustFix}>{strings.publish.sheetMustFix(own)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
