import { FluentProvider, makeStyles, mergeClasses, webDarkTheme } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import {
  STARTING,
  troubleOf,
  type DraftingState,
  type Trouble,
} from "../application/draftingState";
import type { TemplateEntry } from "../ports/templateCatalog";
import { Pane } from "./components/Pane";
import type { PaneHost } from "./components/paneHost";
import { paneTheme, withOurFonts } from "./components/theme";
import { waitingSession } from "./components/waitingSession";
import { useIsDark } from "./useIsDark";

/** Fluent's own red is too weak for small words on its dark ground. */
const darkTheme = withOurFonts({
  ...webDarkTheme,
  colorStatusDangerForeground1: webDarkTheme.colorPaletteRedForeground3,
});

const useStyles = makeStyles({
  page: { height: "100%" },
  // For what the browser draws itself: scroll bars, lists to choose from.
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
});

interface Props {
  readonly place: Omit<PaneHost, "session">;
  readonly listTemplates: () => Promise<readonly TemplateEntry[]>;
  readonly openWorkbook: () => Promise<PaneHost>;
  readonly isFileMissing: (error: unknown) => boolean;
  readonly officeBackground: () => string | undefined;
}

/** The whole page beside Excel's sheets. */
export function ExcelPane({
  place,
  listTemplates,
  openWorkbook,
  isFileMissing,
  officeBackground,
}: Props) {
  const [host, setHost] = useState(() => waitingHost(place, {}));
  useEffect(() => {
    let isOpen = false;
    // The session asks again and reports what is wrong.
    void listTemplates().then(
      (templates) => {
        if (!isOpen) setHost(waitingHost(place, { templates }));
      },
      () => undefined,
    );
    void openWorkbook().then(
      (opened) => {
        isOpen = true;
        setHost(opened);
      },
      (error: unknown) => {
        isOpen = true;
        const trouble: Trouble = isFileMissing(error)
          ? { code: "filesMissing", detail: "" }
          : troubleOf(error);
        setHost(waitingHost(place, { phase: "ready", trouble }));
      },
    );
  }, [place, listTemplates, openWorkbook, isFileMissing]);
  const styles = useStyles();
  const isInDark = useIsDark(officeBackground);
  return (
    <FluentProvider
      theme={isInDark ? darkTheme : paneTheme}
      className={mergeClasses(styles.page, isInDark ? styles.dark : styles.light)}
    >
      <Pane host={host} />
    </FluentProvider>
  );
}

function waitingHost(place: Omit<PaneHost, "session">, change: Partial<DraftingState>): PaneHost {
  return { ...place, session: waitingSession({ ...STARTING, ...change }) };
}
