import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Checked } from "../../../application/draftingState";
import { gapCells, splitGaps } from "../../../domain/narrative/gaps";
import type { NarrativeSection } from "../../../domain/narrative/narrate";
import type { CellAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { useSectionStyles } from "../sectionStyles";
import { GapButton } from "./GapButton";

const INDENT = "　　";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  head: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
  },
  paragraph: {
    margin: 0,
    textIndent: "2em",
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
  },
});

export function NarrativeTab({ checked }: { checked: Checked }) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { sections, disclosure, template } = checked;
  const cells = useMemo(() => gapCells(disclosure, template), [disclosure, template]);
  // One figure may be missing in several sentences.
  const gaps = new Set(
    sections
      .flatMap(({ paragraphs }) => paragraphs.flatMap(splitGaps))
      .flatMap((piece) => (piece.kind === "gap" ? [piece.label] : [])),
  ).size;
  return (
    <div className={styles.tab}>
      <p className={section.note}>
        {gaps === 0 ? strings.narrative.complete : strings.narrative.gaps(gaps)}
      </p>
      {sections.map((each) => {
        const title = strings.narrative.section(each.number, each.title);
        return (
          <section key={each.number} className={section.section}>
            <div className={styles.head}>
              <h2 className={section.heading}>{title}</h2>
              <CopyButton
                text={() => sectionText(each)}
                name={strings.narrative.copySection(each.title)}
              />
            </div>
            {each.paragraphs.map((paragraph, index) => (
              <p key={index} className={styles.paragraph}>
                <Paragraph text={paragraph} cells={cells} />
              </p>
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Paragraph({ text, cells }: { text: string; cells: ReadonlyMap<string, CellAddress> }) {
  return splitGaps(text).map((piece, index) =>
    piece.kind === "words" ? (
      piece.text
    ) : (
      <GapButton key={index} label={piece.label} cell={cells.get(piece.label)} />
    ),
  );
}

/** As it goes into the report: two characters in at each paragraph. */
function sectionText({ number, title, paragraphs }: NarrativeSection): string {
  return [
    strings.narrative.section(number, title),
    ...paragraphs.map((paragraph) => `${INDENT}${paragraph}`),
  ].join("\n");
}
