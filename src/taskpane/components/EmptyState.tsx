import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { strings, type TabName } from "../strings";

const useStyles = makeStyles({
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase400,
  },
});

interface Props {
  readonly tab: Exclude<TabName, "layOut">;
  readonly isStarting: boolean;
  readonly onGo: () => void;
}

export function EmptyState({ tab, isStarting, onGo }: Props) {
  const styles = useStyles();
  if (isStarting) {
    return (
      <div className={styles.empty} role="status">
        {strings.starting}
        <ProgressBar aria-label={strings.starting} />
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      {strings.empty[tab]}
      <Button onClick={onGo}>{strings.empty.toLayOut}</Button>
    </div>
  );
}
