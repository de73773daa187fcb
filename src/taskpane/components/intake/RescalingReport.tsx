import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { RescaledFigures } from "../../../application/rescaleFigures";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { useSectionStyles } from "../sectionStyles";
import { Fold } from "../Fold";
import { useListStyles } from "./listStyles";

/** What 舍位平衡 did to the figures, each with its 元. */
export function RescalingReport({ rescaled }: { rescaled: RescaledFigures }) {
  const list = useListStyles();
  const section = useSectionStyles();
  const { unequal, shares } = rescaled;
  const unbalanced = rescaled.unbalanced.filter(({ isGivenUp }) => !isGivenUp);
  const givenUp = rescaled.unbalanced.filter(({ isGivenUp }) => isGivenUp);
  const { adjustments } = rescaled.rescaling;
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
          <ul className={list.lines}>
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
          lines={unbalanced.map((each) => each.words)}
        />
      )}
      {givenUp.length > 0 && (
        <Left
          intent="warning"
          title={words.givenUp(givenUp.length)}
          lines={givenUp.map((each) => each.words)}
        />
      )}
      {unequal.length > 0 && (
        <Left
          intent="error"
          title={words.unequal(unequal.length)}
          lines={unequal.map((each) => each.words)}
        />
      )}
      {shares.length > 0 && (
        <Fold title={words.shares(shares.length)}>
          <ul className={list.lines}>
            {shares.map(({ place, words: around, published, exact }) => (
              <li key={`${place}${around}${published}`}>
                {words.share(place, around, published, exact)}
              </li>
            ))}
          </ul>
        </Fold>
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
  const list = useListStyles();
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        {title}
        <ul className={list.lines}>
          {[...new Set(lines)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
