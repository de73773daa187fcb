import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { applyUpdate, type TextUpdate } from "../../../../domain/narrative/update/textUpdate";
import { strings } from "../../../strings";
import { CopyButton } from "../../CopyButton";
import { Icon } from "../../icons";
import { toggled } from "../../toggled";
import { VirtualList } from "../../VirtualList";
import { useFoldStyles } from "../foldStyles";
import { LeftOverItem, ReplacementItem } from "./UpdateItem";
import { updateRows, type UpdatePart } from "./updateRows";

const useStyles = makeStyles({
  title: { margin: 0, paddingTop: tokens.spacingVerticalM, fontSize: tokens.fontSizeBase300 },
  count: { fontWeight: tokens.fontWeightRegular, fontVariantNumeric: "tabular-nums" },
  summary: { margin: 0 },
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly update: TextUpdate;
  readonly revoked: ReadonlySet<number>;
  readonly isBusy: boolean;
  readonly onToggle: (index: number) => void;
  readonly onSave: (() => void) | undefined;
}

/** Every replacement with old and new, then what a person has to look at. */
export function UpdateList({ update, revoked, isBusy, onToggle, onSave }: Props) {
  const styles = useStyles();
  const fold = useFoldStyles();
  const [folded, setFolded] = useState<ReadonlySet<UpdatePart>>(new Set());
  const rows = useMemo(() => updateRows(update, folded), [update, folded]);
  const words = strings.narrative.update;
  const { source, replacements, leftOvers } = update;
  return (
    <div>
      <p className={styles.summary} role="status">
        {words.summary(replacements.length - revoked.size, leftOvers.length)}
      </p>
      <div className={styles.presses}>
        <CopyButton
          text={() => applyUpdate(update, revoked)}
          name={words.copy}
          label={words.copy}
        />
        {onSave && (
          <Button size="small" disabledFocusable={isBusy} onClick={onSave}>
            {words.save}
          </Button>
        )}
      </div>
      <VirtualList rows={rows}>
        {(row) => {
          if (row.kind === "leftOver")
            return <LeftOverItem leftOver={row.leftOver} text={source} />;
          if (row.kind === "replacement") {
            return (
              <ReplacementItem
                replacement={row.replacement}
                text={source}
                isRevoked={revoked.has(row.index)}
                onToggle={() => {
                  onToggle(row.index);
                }}
              />
            );
          }
          const isFolded = folded.has(row.part);
          return (
            <h3 className={styles.title}>
              <button
                type="button"
                className={fold.press}
                aria-expanded={!isFolded}
                onClick={() => {
                  setFolded(toggled(folded, row.part));
                }}
              >
                <span className={fold.chevron}>
                  <Icon name="chevron" turned={!isFolded} />
                </span>
                {words.parts[row.part]}
                <span className={styles.count}>{row.count}</span>
              </button>
            </h3>
          );
        }}
      </VirtualList>
    </div>
  );
}
