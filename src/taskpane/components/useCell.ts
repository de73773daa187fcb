import { useCallback, useEffect, useState } from "react";
import { troubleOf, type Trouble } from "../../application/draftingState";
import type { CellAddress } from "../../domain/workbook/cellAddress";
import type { PaneHost } from "./paneHost";

/** 查看本格 */
export interface CellOnView {
  readonly cell: CellAddress | undefined;
  readonly trouble: Trouble | undefined;
  /** Left out where the place does not say where the person stands. */
  readonly show: (() => void) | undefined;
  readonly hide: () => void;
  readonly dismissTrouble: () => void;
}

export function useCell({ selectedCell, press }: PaneHost): CellOnView {
  const [cell, setCell] = useState<CellAddress>();
  const [trouble, setTrouble] = useState<Trouble>();
  const show = useCallback(() => {
    void selectedCell?.().then(
      (selected) => {
        setCell(selected);
        setTrouble(undefined);
      },
      (error: unknown) => {
        setTrouble(troubleOf(error));
      },
    );
  }, [selectedCell]);
  useEffect(() => {
    if (press === "cell") show();
  }, [press, show]);
  return {
    cell,
    trouble,
    show: selectedCell && show,
    hide: () => {
      setCell(undefined);
    },
    dismissTrouble: () => {
      setTrouble(undefined);
    },
  };
}
