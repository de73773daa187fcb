import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { isExplainable } from "../../../domain/checking/explanations/matchExplanations";
import type { Finding } from "../../../domain/checking/finding";
import type { FindingSides } from "../../../domain/checking/findingSides";
import { relationFigures } from "../../../domain/checking/relationFigures";
import { relationWords } from "../../../domain/checking/relationWords";
import type { Authority } from "../../../domain/template/templatePackage";
import { strings } from "../../strings";
import { CellLinks } from "./CellLinks";
import { ReasonForm } from "./ReasonForm";
import { useReasons } from "./reasonsContext";
import { RemedyPress } from "./RemedyPress";
import { useScope } from "./scopeContext";
import { TermList } from "./TermList";

/** Beyond these the table itself is easier to read. */
const CELLS_SHOWN = 40;

const useStyles = makeStyles({
  details: {
    marginTop: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  sentence: { margin: `0 0 ${tokens.spacingVerticalXS}` },
  list: { margin: 0 },
  pair: { display: "flex", gap: tokens.spacingHorizontalS },
  term: { flexShrink: 0, width: "2.2em", color: tokens.colorNeutralForeground2 },
  value: { flexGrow: 1, minWidth: 0, margin: 0, fontVariantNumeric: "tabular-nums" },
});

interface Props {
  readonly finding: Finding;
  readonly same: readonly Finding[];
  readonly sides: FindingSides | undefined;
}

export function FindingDetails({ finding, same, sides }: Props) {
  const styles = useStyles();
  const scope = useScope();
  const reasons = useReasons();
  const { verdict, explanation, cells } = finding;
  const figures = verdict && scope && relationFigures(verdict, scope);
  const codes = [...new Set(same.map(({ code }) => code))].join("、");
  return (
    <div className={styles.details}>
      {sides && <p className={styles.sentence}>{explanation}</p>}
      <dl className={styles.list}>
        {sides && <Pair name={strings.check.gap}>{gapWords(finding)}</Pair>}
        {verdict && same.length === 1 && (
          <Pair name={strings.check.relation}>{relationWords(verdict.relation)}</Pair>
        )}
        {figures !== undefined && <Pair name={strings.check.figures}>{figures}</Pair>}
        {verdict && same.length === 1 && (
          <>
            <Pair name={strings.check.why}>{verdict.relation.why}</Pair>
            <Pair name={strings.check.authority}>{authorityWords(verdict.relation.authority)}</Pair>
          </>
        )}
        {sides ? (
          <Pair name={strings.check.cells}>
            <TermList sides={sides} />
          </Pair>
        ) : (
          cells.length > 0 &&
          same.length === 1 && (
            <Pair name={strings.check.cells}>
              <CellLinks cells={cells} shown={CELLS_SHOWN} />
            </Pair>
          )
        )}
        <Pair name={strings.check.codes}>{codes}</Pair>
      </dl>
      {finding.remedy && same.length === 1 && <RemedyPress remedy={finding.remedy} />}
      {reasons && isExplainable(finding) && (
        <ReasonForm key={finding.reason?.words ?? ""} finding={finding} around={reasons} />
      )}
    </div>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.pair}>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

function authorityWords({ kind, document, clause }: Authority): string {
  if (kind === "house" || document === undefined) return strings.check.house;
  return clause === undefined ? document : `${document} ${clause}`;
}

function gapWords({ difference, verdict, state }: Finding): string {
  if (difference === undefined) return "";
  const gap = difference.startsWith("-")
    ? strings.check.less(difference.slice(1))
    : strings.check.more(difference);
  const doubt =
    state === "roundingTail"
      ? strings.check.tail
      : verdict?.doubt === undefined
        ? ""
        : strings.check[verdict.doubt];
  return doubt === "" ? gap : `${gap}（${doubt}）`;
}
