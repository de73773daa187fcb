import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import type { Desk } from "./desk";
import type { Grid } from "./grid";
import { keepFocus } from "./keepFocus";
import { nameGrid } from "./nameGrid";
import { SkipLink } from "./SkipLink";
import { strings } from "./strings";
import { walkAreas } from "./walkAreas";

const useStyles = makeStyles({
  area: { position: "relative", flexGrow: 1, minHeight: 0 },
  grid: { position: "absolute", inset: 0, overflow: "hidden" },
  progress: { width: "160px", textAlign: "center" },
  waiting: {
    position: "absolute",
    inset: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

interface Props {
  readonly desk: Desk;
  readonly startGrid: (container: HTMLElement) => Promise<Grid>;
  readonly isReady: boolean;
}

/** The place of the grid, which brings its own look and comes later than the page. */
export function GridArea({ desk, startGrid, isReady }: Props) {
  const styles = useStyles();
  const grid = useRef<HTMLDivElement>(null);
  const keys = useId();
  useEffect(() => {
    const container = grid.current;
    if (!container) return undefined;
    void desk.start(() => startGrid(container));
    const stops = [keepFocus(container), walkAreas(document), nameGrid(container)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [desk, startGrid]);
  return (
    <section
      className={styles.area}
      data-area="grid"
      aria-label={strings.grid}
      aria-describedby={keys}
    >
      <SkipLink to="pane">{strings.pastGrid}</SkipLink>
      <span id={keys} hidden>
        {strings.gridKeys}
      </span>
      <div ref={grid} className={styles.grid} />
      {!isReady && (
        <div className={styles.waiting}>
          <div className={styles.progress}>
            {strings.loadingGrid}
            <ProgressBar aria-label={strings.loadingGrid} />
          </div>
        </div>
      )}
    </section>
  );
}
