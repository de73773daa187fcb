import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { troubleWords } from "../../../application/troubleWords";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { FileButton } from "./FileButton";
import type { ChosenFiles } from "./useChosenFiles";

const useStyles = makeStyles({
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly words: {
    readonly heading: string;
    readonly note: string;
    readonly choose: string;
    readonly chooseAgain?: string;
    readonly close?: string;
  };
  readonly isSingle?: boolean;
  readonly files: Pick<ChosenFiles<unknown>, "state" | "choose" | "close">;
  /** What was understood of them. */
  readonly children: ReactNode;
}

/** Choosing files, and what became of them. */
export function FilesSection({ words, isSingle, files, children }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { state, choose, close } = files;
  const { chooseOthers, close: closing, file, reading } = strings.intake;
  return (
    <section className={section.section} aria-label={words.heading}>
      <h2 className={section.heading}>{words.heading}</h2>
      <p className={section.note}>{words.note}</p>
      <div className={styles.presses}>
        <FileButton
          label={state.kind === "none" ? words.choose : (words.chooseAgain ?? chooseOthers)}
          isBusy={state.kind === "reading"}
          isSingle={isSingle}
          onChoose={choose}
        />
        {state.kind !== "none" && (
          <Button appearance="subtle" onClick={close}>
            {words.close ?? closing}
          </Button>
        )}
      </div>
      <div role="status">{state.kind === "reading" && reading(state.files)}</div>
      {state.kind === "failed" && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {state.file !== "" && `${file(state.file)} `}
            {troubleWords(state.trouble)}
          </MessageBarBody>
        </MessageBar>
      )}
      {children}
    </section>
  );
}
