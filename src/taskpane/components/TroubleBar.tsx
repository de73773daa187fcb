import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import type { Trouble } from "../../application/draftingState";
import { strings } from "../strings";
import { troubleWords } from "../../application/troubleWords";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  words: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

interface Props {
  readonly trouble: Trouble | undefined;
  readonly onClose: () => void;
}

export function TroubleBar({ trouble, onClose }: Props) {
  const styles = useStyles();
  if (!trouble) return null;
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{strings.trouble}</MessageBarTitle>
        <span className={styles.words}>{troubleWords(trouble)}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onClose}>
          {strings.close}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
