import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { AdoptionState } from "../../../domain/layout/adoption";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";

interface Props {
  readonly adoption: AdoptionState;
  readonly isBusy: boolean;
  readonly onAdopt: () => void;
  readonly onRemove: () => void;
}

/** 审核 for tables that the person laid out, and its renewal. */
export function AdoptSection({ adoption, isBusy, onAdopt, onRemove }: Props) {
  const section = useSectionStyles();
  const { marksTables } = usePaneHost().session;
  if (adoption === "none") return null;
  const isOffered = adoption === "possible";
  const { adopt } = strings;
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{adopt.heading}</h2>
      {isOffered && (
        <p className={section.note}>{marksTables ? adopt.note : adopt.noteWithoutMarks}</p>
      )}
      {adoption === "standing" && <p className={section.note}>{adopt.standing}</p>}
      {adoption === "outdated" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{adopt.outdated}</MessageBarBody>
        </MessageBar>
      )}
      {adoption !== "standing" && (
        <Button className={section.press} disabledFocusable={isBusy} onClick={onAdopt}>
          {isOffered ? adopt.press : adopt.renew}
        </Button>
      )}
      {!isOffered && (
        <Button className={section.press} disabledFocusable={isBusy} onClick={onRemove}>
          {adopt.remove}
        </Button>
      )}
    </section>
  );
}
