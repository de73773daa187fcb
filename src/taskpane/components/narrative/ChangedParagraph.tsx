import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import {
  standingWords,
  type StandingParagraph,
} from "../../../domain/narrative/standing/standingParagraph";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { MarkedWords } from "../MarkedWords";
import { usePaneHost } from "../paneHost";
import { StateBadge } from "./StateBadge";

const useStyles = makeStyles({
  paragraph: {
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  wrong: { borderLeftColor: tokens.colorStatusDangerBackground3 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
  },
  words: { margin: 0, textIndent: "2em", lineHeight: "1.75", overflowWrap: "anywhere" },
  said: {
    margin: `${tokens.spacingVerticalXXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  link: { fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly paragraph: StandingParagraph;
  readonly isBusy: boolean;
}

/** Words of somebody's own, with what they changed marked, what does not agree, and the way back. */
export function ChangedParagraph({ paragraph, isBusy }: Props) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const { origin, text, cell, wrong, untied, gaps } = paragraph;
  const words = strings.narrative;
  const said = [...wrong, ...untied];
  const place = cell && formatAddress(cell);
  return (
    <div className={`${styles.paragraph} ${wrong.length > 0 ? styles.wrong : ""}`}>
      <div className={styles.line}>
        <StateBadge state={origin} />
        {wrong.length > 0 && <StateBadge state="wrong" />}
        {gaps.length > 0 && (
          <StateBadge state="gap" isReason={gaps.some(({ isReason }) => isReason)} />
        )}
        {cell && place !== undefined && (
          <Link
            as="button"
            className={styles.link}
            aria-label={strings.goToCell(place)}
            onClick={() => void session.navigate(cell)}
          >
            {place}
          </Link>
        )}
        {origin !== "added" && cell && (
          <Button
            size="small"
            disabled={isBusy}
            onClick={() => void session.restoreParagraph(paragraph)}
          >
            {words.restore}
          </Button>
        )}
      </div>
      <p className={styles.words}>
        {origin === "added" ? (
          standingWords(paragraph)
        ) : (
          <MarkedWords before={text} after={standingWords(paragraph)} />
        )}
      </p>
      {said.map(({ start, quote, explanation }) => (
        <p key={start} className={styles.said}>
          {words.judged(quote, explanation)}
        </p>
      ))}
      {!cell && <p className={styles.said}>{words.rowGone}</p>}
    </div>
  );
}
