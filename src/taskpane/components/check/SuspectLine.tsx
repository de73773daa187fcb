import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { cellText } from "../../../application/findingWords";
import type { Finding } from "../../../domain/checking/finding";
import type { SuspectCard, SuspectedCells } from "../../../domain/checking/suspects/suspectCards";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { useListStyles } from "../intake/listStyles";
import { usePaneHost } from "../paneHost";

const useStyles = makeStyles({
  card: {
    marginTop: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  suspect: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalXXS,
  },
  words: { flexGrow: 1, minWidth: 0 },
  place: { fontSize: tokens.fontSizeBase200, textAlign: "left", overflowWrap: "anywhere" },
  figures: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  why: { color: tokens.colorNeutralForeground2 },
  press: { flexShrink: 0 },
});

interface Props {
  readonly card: SuspectCard;
  /** The finding that stands for the card. */
  readonly shownFinding: Finding;
  readonly isOpen: boolean;
}

/** Which cell may hold the wrong figure, and what would mend it; the other possibilities and findings on demand. */
export function SuspectLine({ card, shownFinding, isOpen }: Props) {
  const styles = useStyles();
  const list = useListStyles();
  const { suspects } = card;
  const others = card.findings.filter((finding) => finding !== shownFinding);
  const shown = isOpen ? suspects : suspects.slice(0, 1);
  return (
    <div className={styles.card}>
      {shown.map((suspect, index) => (
        <SuspectWords key={keyOf(suspect)} suspect={suspect} isFirst={index === 0} />
      ))}
      {!isOpen && suspects.length > 1 && (
        <span className={styles.why}>{strings.check.moreSuspects(suspects.length - 1)}</span>
      )}
      {isOpen && others.length > 0 && (
        <>
          {strings.check.sameReason(others.length)}
          <ul className={list.lines}>
            {others.map(({ code, explanation }) => (
              <li key={`${code} ${explanation}`}>{`${explanation}（${code}）`}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function SuspectWords({ suspect, isFirst }: { suspect: SuspectedCells; isFirst: boolean }) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const { changes, why } = suspect;
  const [only, second] = changes;
  const press =
    only && !second ? strings.check.changeTo(cellText(only.after)) : strings.check.changeBoth;
  return (
    <div className={styles.suspect}>
      <div className={styles.words}>
        {isFirst ? strings.check.suspect : strings.check.otherSuspect}
        {changes.map(({ cell, name, before, after }) => (
          <div key={formatAddress(cell)}>
            <Link
              as="button"
              className={styles.place}
              aria-label={strings.goTo(formatAddress(cell), name)}
              onClick={() => void session.navigate(cell)}
            >
              {name}
            </Link>{" "}
            <span className={styles.figures}>
              {strings.check.beforeAfter(cellText(before), cellText(after))}
            </span>
          </div>
        ))}
        <span className={styles.why}>{why}</span>
      </div>
      <Button
        className={styles.press}
        size="small"
        onClick={() => void session.mend({ press, changes })}
      >
        {press}
      </Button>
    </div>
  );
}

function keyOf({ changes }: SuspectedCells): string {
  return changes.map(({ cell, after }) => `${formatAddress(cell)} ${String(after)}`).join(" ");
}
