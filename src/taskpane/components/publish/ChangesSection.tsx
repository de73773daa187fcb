import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { countWords } from "../../../application/changeWords";
import type { ComparedWorkbooks } from "../../../application/compareWorkbooks";
import { strings } from "../../strings";
import { Fold } from "../Fold";
import { FilesSection } from "../intake/FilesSection";
import { useListStyles } from "../intake/listStyles";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";
import { VirtualList } from "../VirtualList";
import { ChangeItem } from "./ChangeItem";
import { changeRows } from "./changeRows";
import type { ChangesOnView } from "./useChanges";

const useStyles = makeStyles({
  count: { margin: 0, overflowWrap: "anywhere" },
  part: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
});

interface Props {
  readonly view: ChangesOnView;
  readonly isBusy: boolean;
}

/** 改动清单: what is another now than in a file from before. */
export function ChangesSection({ view, isBusy }: Props) {
  const { state } = view;
  return (
    <FilesSection words={strings.publish.changes} isSingle files={view}>
      {state.kind === "ready" && state.taken && <Changes compared={state.taken} isBusy={isBusy} />}
    </FilesSection>
  );
}

function Changes({ compared, isBusy }: { compared: ComparedWorkbooks; isBusy: boolean }) {
  const styles = useStyles();
  const list = useListStyles();
  const { old, changes, warnings, remarks } = compared;
  const words = strings.publish.changes;
  const rows = useMemo(() => changeRows(changes), [changes]);
  return (
    <>
      {warnings.map((text) => (
        <MessageBar key={text} intent="warning" layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      ))}
      <p className={styles.count} role="status">
        {words.against(old.name)}
        {countWords(changes)}
      </p>
      {remarks.length > 0 && (
        <Fold title={words.remarks(remarks.length)}>
          <ul className={list.lines}>
            {remarks.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Fold>
      )}
      {changes.length > 0 && <Keep compared={compared} isBusy={isBusy} />}
      <VirtualList rows={rows}>
        {(row) =>
          row.kind === "part" ? (
            <h3 className={styles.part}>{row.name}</h3>
          ) : (
            <ChangeItem change={row.change} />
          )
        }
      </VirtualList>
    </>
  );
}

function Keep({ compared, isBusy }: { compared: ComparedWorkbooks; isBusy: boolean }) {
  const section = useSectionStyles();
  const { goes, keep } = usePaneHost().changes;
  const [isKeeping, setKeeping] = useState(false);
  const words = strings.publish.changes;
  const press = async () => {
    if (isKeeping || isBusy) return;
    setKeeping(true);
    try {
      await keep(compared);
    } finally {
      setKeeping(false);
    }
  };
  return (
    <>
      <Button
        className={section.press}
        disabledFocusable={isKeeping || isBusy}
        onClick={() => void press()}
      >
        {words.keep[goes]}
      </Button>
      <p className={section.note}>{words.keepNote[goes]}</p>
    </>
  );
}
