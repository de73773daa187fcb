import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  tokens,
} from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { Trouble } from "../../../application/draftingState";
import { troubleWords } from "../../../application/troubleWords";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";

/** What is read as text. */
export const ENDINGS = ".docx,.txt";

const useStyles = makeStyles({
  text: {
    boxSizing: "border-box",
    width: "100%",
    minHeight: "140px",
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    lineHeight: tokens.lineHeightBase400,
    resize: "vertical",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  back: {
    alignSelf: "flex-start",
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly words: {
    readonly heading: string;
    readonly note: string;
    readonly text: string;
    readonly placeholder: string;
    readonly start: string;
    readonly busy: string;
    readonly outdated: string;
  };
  readonly text: string;
  /** The text that the result below is about, once there is one. */
  readonly source: string | undefined;
  readonly isBusy: boolean;
  readonly trouble: Trouble | undefined;
  readonly onWrite: (text: string) => void;
  readonly onStart: () => void;
  readonly onClose: () => void;
  /** Presses that choose files. */
  readonly files: ReactNode;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A text that is pasted or comes from a file, and what comes of it. */
export function TextForm({ words, text, source, isBusy, trouble, ...rest }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const id = useId();
  return (
    <section className={section.section} aria-labelledby={`${id}-heading`}>
      <Button className={styles.back} size="small" appearance="subtle" onClick={rest.onClose}>
        {strings.narrative.back}
      </Button>
      <h2 id={`${id}-heading`} className={section.heading}>
        {words.heading}
      </h2>
      <p id={`${id}-note`} className={section.note}>
        {words.note}
      </p>
      <textarea
        className={styles.text}
        aria-label={words.text}
        aria-describedby={`${id}-note`}
        placeholder={words.placeholder}
        value={text}
        spellCheck={false}
        onChange={({ currentTarget }) => {
          rest.onWrite(currentTarget.value);
        }}
      />
      <div className={styles.presses}>
        <Button
          appearance="primary"
          disabledFocusable={isBusy || text.trim() === ""}
          onClick={rest.onStart}
        >
          {words.start}
        </Button>
        {rest.files}
      </div>
      {rest.about}
      <div role="status">
        {isBusy && (
          <>
            {words.busy}
            <ProgressBar aria-label={words.busy} />
          </>
        )}
      </div>
      {trouble && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{troubleWords(trouble)}</MessageBarBody>
        </MessageBar>
      )}
      {source !== undefined && source !== text && <p className={section.note}>{words.outdated}</p>}
      {rest.children}
    </section>
  );
}
