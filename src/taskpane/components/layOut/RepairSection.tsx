import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

interface Props {
  readonly differentShape: readonly string[];
  readonly isBusy: boolean;
  readonly onRepair: () => void;
}

export function RepairSection({ differentShape, isBusy, onRepair }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{strings.repair.heading}</h2>
      <p className={section.note}>{strings.repair.note}</p>
      <Button className={section.press} disabledFocusable={isBusy} onClick={onRepair}>
        {strings.repair.press}
      </Button>
      {differentShape.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {strings.repair.differentShape}
            <ul className={styles.list}>
              {differentShape.map((sheet) => (
                <li key={sheet}>{sheet}</li>
              ))}
            </ul>
            {strings.repair.differentShapeNote}
          </MessageBarBody>
        </MessageBar>
      )}
    </section>
  );
}
