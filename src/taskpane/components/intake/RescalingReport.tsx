import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { relationWords } from "../../../domain/checking/relationWords";
import type { Rescaling } from "../../../domain/rescaling/rescale";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { useSectionStyles } from "../sectionStyles";
import { Fold } from "../Fold";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
});

/** What 舍位平衡 did to the figures, each with its 元. */
export function RescalingReport({ rescaling }: { rescaling: Rescaling }) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { adjustments, unbalanced, unequal } = rescaling;
  const words = strings.intake;
  const lines = adjustments.map(
    ({ table, row, column, yuan, rounded, adjusted, places }) =>
      `${table}${[row, column].filter((part) => part !== "").join("／")}：` +
      words.adjusted(yuan.toFixed(2), rounded.toFixed(2), adjusted.toFixed(2)) +
      (places.length > 1 ? words.alsoAt(places.length) : ""),
  );
  return (
    <>
      <p className={section.note}>{words.rescaled(adjustments.length)}</p>
      {lines.length > 0 && (
        <Fold title={words.adjustments(adjustments.length)}>
          <CopyButton text={() => lines.join("\n")} name={strings.copy} />
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Fold>
      )}
      {unbalanced.length > 0 && (
        <Left
          intent="warning"
          title={words.unbalanced(unbalanced.length)}
          lines={unbalanced.map(({ relation, tail }) =>
            words.tail(relationWords(relation), tail.toFixed()),
          )}
        />
      )}
      {unequal.length > 0 && (
        <Left
          intent="error"
          title={words.unequal(unequal.length)}
          lines={unequal.map(({ relation, difference }) =>
            words.unequalBy(relationWords(relation), difference.toFixed(2)),
          )}
        />
      )}
    </>
  );
}

interface LeftProps {
  readonly intent: "warning" | "error";
  readonly title: string;
  readonly lines: readonly string[];
}

function Left({ intent, title, lines }: LeftProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {title}
        <ul className={styles.list}>
          {[...new Set(lines)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
