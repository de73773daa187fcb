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
import type { OwnContent } from "../domain/layout/ownContents";
import { formatAddress } from "../domain/workbook/cellAddress";
import type { DeskState, Opened } from "./desk";
import { strings } from "./strings";

/** Beyond these the file itself is easier to read. */
const CELLS_SHOWN = 30;
const BEGINNING = 24;

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
  const { name, tables, problems, missingTables, sheets, contents, brought } = opened;
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
      <Details title={strings.problems(problems.length)} lines={problems} />
      <Details title={strings.contents(contents.length)} lines={linesOf(contents)} />
      <Details title={strings.brought(brought.length)} lines={linesOf(brought)} />
    </>
  );
}

function Details({ title, lines }: { title: string; lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className={styles.list}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function linesOf(contents: readonly OwnContent[]): readonly string[] {
  const lines = contents.slice(0, CELLS_SHOWN).map((content) => {
    const { text } = content;
    const beginning = text.length > BEGINNING ? `${text.slice(0, BEGINNING)}…` : text;
    return strings.content(formatAddress(content), beginning);
  });
  return contents.length > CELLS_SHOWN ? [...lines, strings.more(contents.length)] : lines;
}

function isAllUsed({ problems, missingTables, sheets, contents }: Opened): boolean {
  return problems.length + missingTables.length + sheets.length + contents.length === 0;
}
