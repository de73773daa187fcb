import { Button, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly words: { readonly press: string; readonly cancel: string };
  readonly isBusy: boolean;
  readonly onCancel: () => void;
}

/** Below what is typed in: into the workbook with it, or not. */
export function FormPresses({ words, isBusy, onCancel }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.presses}>
      <Button size="small" type="submit" appearance="primary" disabledFocusable={isBusy}>
        {words.press}
      </Button>
      <Button size="small" onClick={onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
