import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Checked } from "../../../application/draftingState";
import { formatAddress, type CellAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { aboutCell } from "./aboutCell";
import { FindingItemList } from "./FindingItemList";

const useStyles = makeStyles({
  section: {
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  heading: { overflowWrap: "anywhere" },
});

interface Props {
  readonly cell: CellAddress;
  readonly checked: Checked;
  readonly onClose: () => void;
}

/** 查看本格: what there is to say about one cell. */
export function CellSection({ cell, checked, onClose }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { findings, isInTable } = useMemo(() => aboutCell(cell, checked), [cell, checked]);
  return (
    <section className={`${section.section} ${styles.section}`}>
      <div className={styles.head}>
        <h2 className={`${section.heading} ${styles.heading}`}>
          {strings.check.cell(formatAddress(cell))}
        </h2>
        <Button size="small" onClick={onClose}>
          {strings.check.cellClose}
        </Button>
      </div>
      {findings.length === 0 ? (
        <p className={section.note} role="status">
          {isInTable ? strings.check.cellClean : strings.check.cellOutside}
        </p>
      ) : (
        <FindingItemList findings={findings} />
      )}
    </section>
  );
}
