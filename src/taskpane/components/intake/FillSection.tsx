import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import type { Fill } from "../../../domain/intake/fillPlan";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { Fold } from "../Fold";
import { cellText } from "../../../application/findingWords";
import { useListStyles } from "./listStyles";

interface Props {
  readonly fill: Fill;
  readonly isBusy: boolean;
  readonly onFill: (overwrites: boolean) => void;
}

/** What would come into the set that stands, and the press for it. */
export function FillSection({ fill, isBusy, onFill }: Props) {
  const list = useListStyles();
  const section = useSectionStyles();
  const [overwrites, setOverwrites] = useState(false);
  const { cells, rows, conflicts, differentShape } = fill;
  const words = strings.intake;
  const inserted = rows.reduce((all, { count }) => all + count, 0);
  const isNothing = cells.length === 0 && rows.length === 0 && !overwrites;
  return (
    <>
      <p className={section.note}>{words.intoSet(cells.length, inserted)}</p>
      {differentShape.length > 0 && (
        <p className={section.note}>{words.differentShape(differentShape.join("、"))}</p>
      )}
      {conflicts.length > 0 && (
        <div>
          <p className={section.note}>{words.conflicts(conflicts.length)}</p>
          <Checkbox
            label={words.overwrite(conflicts.length)}
            checked={overwrites}
            onChange={(_, { checked }) => {
              setOverwrites(checked === true);
            }}
          />
          <Fold title={words.seeConflicts}>
            <ul className={list.lines}>
              {conflicts.map(({ cell, typed, taken }) => (
                <li key={formatAddress(cell)}>
                  {formatAddress(cell)}：{words.conflict(cellText(typed), cellText(taken))}
                </li>
              ))}
            </ul>
          </Fold>
        </div>
      )}
      <Button
        className={section.press}
        appearance="primary"
        disabledFocusable={isBusy || isNothing}
        onClick={() => {
          onFill(overwrites);
        }}
      >
        {words.press}
      </Button>
    </>
  );
}
