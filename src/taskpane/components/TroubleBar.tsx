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
import { usePaneHost } from "./paneHost";
import { troubleWords } from "./troubleWords";

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  words: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

export function TroubleBar({ trouble }: { trouble: Trouble | undefined }) {
  const styles = useStyles();
  const { session } = usePaneHost();
  if (!trouble) return null;
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{strings.trouble}</MessageBarTitle>
        <span className={styles.words}>{troubleWords(trouble)}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          onClick={() => {
            session.dismissTrouble();
          }}
        >
          {strings.close}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
