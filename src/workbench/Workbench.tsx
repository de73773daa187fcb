import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, useSyncExternalStore } from "react";
import type { LayoutPreview } from "../application/previewLayOut";
import { Pane } from "../taskpane/components/Pane";
import type { PaneHost } from "../taskpane/components/paneHost";
import { paneTheme } from "../taskpane/components/theme";
import { waitingSession } from "../taskpane/components/waitingSession";
import { DeskBar } from "./DeskBar";
import { DeskMessages } from "./DeskMessages";
import type { Desk } from "./desk";
import { DropArea } from "./DropArea";
import { GridArea } from "./GridArea";
import type { Grid } from "./grid";
import { SkipLink } from "./SkipLink";
import { DEFAULT_WIDTH, Splitter } from "./Splitter";
import { strings } from "./strings";

/** Below this grid and pane stand one above the other, as at 200 %: the grid's foot needs the room beside the pane. */
const NARROW = "@media (max-width: 820px)";

const useStyles = makeStyles({
  page: { height: "100%", backgroundColor: tokens.colorNeutralBackground3 },
  columns: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    [NARROW]: { overflowY: "auto" },
  },
  desk: {
    display: "flex",
    flexGrow: 1,
    minHeight: 0,
    [NARROW]: { flexDirection: "column", flexShrink: 0 },
  },
  left: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    minWidth: 0,
    [NARROW]: { minHeight: "320px" },
  },
  pane: {
    flexShrink: 0,
    minWidth: 0,
    [NARROW]: { width: "100% !important", height: "480px" },
  },
  splitter: { [NARROW]: { display: "none" } },
});

interface Props {
  readonly desk: Desk;
  readonly startGrid: (container: HTMLElement) => Promise<Grid>;
  readonly previewLayOut: (templateId: string) => Promise<LayoutPreview>;
  readonly readFile: PaneHost["readFile"];
  readonly written: PaneHost["written"];
  readonly copyText: (text: string) => Promise<boolean>;
}

/** The page: a grid at the left, the task pane at the right. */
export function Workbench({ desk, startGrid, previewLayOut, readFile, written, copyText }: Props) {
  const styles = useStyles();
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const [width, setWidth] = useState(DEFAULT_WIDTH);
  const { session, waiting } = state;
  const host = useMemo<PaneHost>(
    () => ({
      session: session ?? waitingSession(waiting),
      previewLayOut,
      readFile,
      written,
      copyText,
      showSample: desk.showSample,
      saveAs: desk.saveAs,
      publication: { document: desk.saveDocument, workbook: desk.savePublished },
      report: { goes: "file", write: desk.saveReport },
      changes: { goes: "file", compare: desk.compare, keep: desk.saveChanges },
    }),
    [session, waiting, previewLayOut, readFile, written, copyText, desk],
  );
  return (
    <FluentProvider theme={paneTheme} className={styles.page}>
      <DropArea onFile={desk.open}>
        <div className={styles.columns}>
          <SkipLink to="pane">{strings.toPane}</SkipLink>
          <DeskBar desk={desk} phase={state.phase} />
          <DeskMessages state={state} onDismiss={desk.dismiss} />
          <div className={styles.desk}>
            <div className={styles.left}>
              <GridArea desk={desk} startGrid={startGrid} isReady={session !== undefined} />
            </div>
            <div className={styles.splitter}>
              <Splitter width={width} onResize={setWidth} />
            </div>
            <div className={styles.pane} data-area="pane" style={{ width }}>
              <Pane host={host} />
            </div>
          </div>
        </div>
      </DropArea>
    </FluentProvider>
  );
}
