import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { MOST_PERCENT_DECIMALS } from "../../../domain/checking/workbookSettings";
import { strings } from "../../strings";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
});

const CHOICES = Array.from({ length: MOST_PERCENT_DECIMALS + 1 }, (_, decimals) => decimals);

interface Props {
  readonly decimals: number;
  readonly isBusy: boolean;
  readonly onChoose: (decimals: number) => void;
}

export function PercentDecimals({ decimals, isBusy, onChoose }: Props) {
  const styles = useStyles();
  const id = useId();
  const words = strings.narrative.percentDecimals;
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{words.label}</label>
      <Select
        id={id}
        size="small"
        value={String(decimals)}
        disabled={isBusy}
        onChange={(_, { value }) => {
          onChoose(Number(value));
        }}
      >
        {[...new Set([...CHOICES, decimals])].map((each) => (
          <option key={each} value={each}>
            {words.digits(each)}
          </option>
        ))}
      </Select>
    </div>
  );
}
