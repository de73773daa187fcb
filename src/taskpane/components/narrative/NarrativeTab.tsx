import { makeStyles, tokens } from "@fluentui/react-components";
import type { Checked } from "../../../application/draftingState";
import type { NarratedSection } from "../../../domain/narrative/narrate";
import { pieceText, type TextPiece } from "../../../domain/expression/textPiece";
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
  const { sections } = checked;
  // One figure may be missing in several sentences.
  const gaps = new Set(
    sections
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ pieces }) => pieces))
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
            {each.paragraphs.map(({ key, pieces }) => (
              <p key={key} className={styles.paragraph}>
                <Paragraph pieces={pieces} />
              </p>
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Paragraph({ pieces }: { pieces: readonly TextPiece[] }) {
  return pieces.map((piece, index) =>
    piece.kind === "gap" ? (
      <GapButton key={index} label={piece.label} cell={piece.cell} />
    ) : (
      pieceText(piece)
    ),
  );
}

/** As it goes into the report: two characters in at each paragraph. */
function sectionText({ number, title, paragraphs }: NarratedSection): string {
  return [
    strings.narrative.section(number, title),
    ...paragraphs.map(({ text }) => `${INDENT}${text}`),
  ].join("\n");
}
