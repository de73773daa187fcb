import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { CheckedText } from "../../../../application/checkWrittenText";
import type { ClaimVerdict } from "../../../../domain/narrative/prose/claim";
import { strings } from "../../../strings";
import { URGENCY_COLORS } from "../../check/urgencyColors";
import { CopyButton } from "../../CopyButton";
import { Icon } from "../../icons";
import { toggled } from "../../toggled";
import { VirtualList } from "../../VirtualList";
import { useFoldStyles } from "../foldStyles";
import { ClaimItem } from "./ClaimItem";
import { claimRows } from "./claimRows";
import { claimList } from "./claimText";

const useStyles = makeStyles({
  title: { margin: 0, paddingTop: tokens.spacingVerticalM, fontSize: tokens.fontSizeBase300 },
  count: { fontWeight: tokens.fontWeightRegular, fontVariantNumeric: "tabular-nums" },
  summary: { margin: 0 },
});

const COLORS: Readonly<Record<ClaimVerdict, string>> = {
  wrong: URGENCY_COLORS["must-hold"],
  inconsistent: URGENCY_COLORS.explain,
  rounding: URGENCY_COLORS.tail,
  "cannot-be-checked": URGENCY_COLORS.undetermined,
  right: tokens.colorStatusSuccessForeground1,
};

/** Beyond what is to be mended a person looks only when wanted. */
const FOLDED: readonly ClaimVerdict[] = ["cannot-be-checked", "right"];

interface Props {
  readonly checked: CheckedText;
  readonly text: string;
}

/** What the text says, and whether it is so. */
export function ClaimList({ checked: { claims, summary }, text }: Props) {
  const styles = useStyles();
  const fold = useFoldStyles();
  const [folded, setFolded] = useState<ReadonlySet<ClaimVerdict>>(new Set(FOLDED));
  const rows = useMemo(() => claimRows(claims, folded), [claims, folded]);
  const words = strings.narrative.written;
  const toMend = summary.wrong + summary.inconsistent + summary.rounding;
  return (
    <div>
      <p className={styles.summary} role="status">
        {claims.length === 0 ? words.nothing : words.summary(claims.length, toMend)}
      </p>
      {toMend > 0 && (
        <CopyButton
          text={() => claimList(claims, text)}
          name={words.copyList}
          label={words.copyList}
        />
      )}
      <VirtualList rows={rows}>
        {(row) => {
          if (row.kind === "claim") {
            return <ClaimItem claim={row.claim} text={text} color={COLORS[row.claim.verdict]} />;
          }
          const isFolded = folded.has(row.verdict);
          return (
            <h3 className={styles.title} style={{ color: COLORS[row.verdict] }}>
              <button
                type="button"
                className={fold.press}
                aria-expanded={!isFolded}
                onClick={() => {
                  setFolded(toggled(folded, row.verdict));
                }}
              >
                <span className={fold.chevron}>
                  <Icon name="chevron" turned={!isFolded} />
                </span>
                {words.verdicts[row.verdict]}
                <span className={styles.count}>{row.count}</span>
              </button>
            </h3>
          );
        }}
      </VirtualList>
    </div>
  );
}
