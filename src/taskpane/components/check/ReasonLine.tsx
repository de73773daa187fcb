import { makeStyles, tokens } from "@fluentui/react-components";
import type { GivenReason } from "../../../domain/checking/finding";
import { strings } from "../../strings";

const useStyles = makeStyles({
  line: {
    margin: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  name: { color: tokens.colorNeutralForeground2 },
});

/** 审核说明 as it was given. */
export function ReasonLine({ reason: { state, words } }: { reason: GivenReason }) {
  const styles = useStyles();
  return (
    <p className={styles.line}>
      <span className={styles.name}>{strings.check.reason[state]}</span>
      {words}
    </p>
  );
}
