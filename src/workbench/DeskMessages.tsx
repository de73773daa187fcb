import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { troubleWords } from "../application/troubleWords";
import type { DeskState, Opened } from "./desk";
import { strings } from "./strings";

const useStyles = makeStyles({
  bar: { flexShrink: 0, borderRadius: 0 },
  body: { maxHeight: "30vh", overflowY: "auto" },
  words: { margin: 0, whiteSpace: "pre-wrap" },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

interface Props {
  readonly state: DeskState;
  readonly onDismiss: () => void;
}

/** What went wrong with a file, or what of it did not come along. */
export function DeskMessages({ state: { trouble, opened }, onDismiss }: Props) {
  const styles = useStyles();
  if (!trouble && !opened) return null;
  const isComplete = opened && isAllUsed(opened);
  return (
    <MessageBar
      className={styles.bar}
      intent={trouble ? "error" : isComplete ? "success" : "warning"}
      layout="multiline"
      politeness={trouble ? "assertive" : "polite"}
    >
      <MessageBarBody className={styles.body}>
        {trouble ? (
          <>
            <MessageBarTitle>{strings.trouble}</MessageBarTitle>
            <p className={styles.words}>{troubleWords(trouble)}</p>
          </>
        ) : (
          opened && <OpenedWords opened={opened} />
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button size="small" onClick={onDismiss}>
            {strings.close}
          </Button>
        }
      />
    </MessageBar>
  );
}

function OpenedWords({ opened }: { opened: Opened }) {
  const styles = useStyles();
  const { name, tables, problems, missingTables, sheets } = opened;
  return (
    <>
      {strings.opened(name, tables)} {strings.leftBehind}
      {missingTables.length > 0 && (
        <p className={styles.words}>
          {strings.missing}
          {missingTables.map((title) => `《${title}》`).join("")}
        </p>
      )}
      {sheets.length > 0 && (
        <p className={styles.words}>
          {strings.sheets}
          {sheets.join("、")}
        </p>
      )}
      {problems.length > 0 && (
        <details>
          <summary>{strings.problems(problems.length)}</summary>
          <ul className={styles.list}>
            {problems.map((message, index) => (
              <li key={index}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function isAllUsed({ problems, missingTables, sheets }: Opened): boolean {
  return problems.length + missingTables.length + sheets.length === 0;
}
