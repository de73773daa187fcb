import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useId, useRef, useState, useSyncExternalStore } from "react";
import type { DraftingState } from "../../application/draftingState";
import { standingProjects } from "../../domain/evaluation/wantedForms";
import { projectForms } from "../../domain/template/projectForms";
import { strings, type TabName } from "../strings";
import { CheckTab } from "./check/CheckTab";
import { mustFixOf } from "./check/groupFindings";
import { EmptyState } from "./EmptyState";
import { useIntake, type IntakeOnView } from "./intake/useIntake";
import { LayOutTab } from "./layOut/LayOutTab";
import { LiveCount } from "./LiveCount";
import { NarrativeTab } from "./narrative/NarrativeTab";
import { useTextUpdate, type TextUpdating } from "./narrative/update/useTextUpdate";
import { useWrittenText, type WrittenText } from "./narrative/written/useWrittenText";
import { WrittenBar } from "./layOut/WrittenBar";
import { PaneHeader } from "./PaneHeader";
import { PaneHostProvider, type PaneHost } from "./paneHost";
import { PaneTabs } from "./PaneTabs";
import { PublishTab } from "./publish/PublishTab";
import { useChanges, type ChangesOnView } from "./publish/useChanges";
import { useReadiness, type ReadinessOnView } from "./publish/useReadiness";
import { ScoreTab } from "./score/ScoreTab";
import { TroubleBar } from "./TroubleBar";
import { useCell, type CellOnView } from "./useCell";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  panel: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}`,
    // Enlarged to 200 %, a small window has no height left for a scrolling part of its own.
    "@media (max-height: 360px)": { overflowY: "visible", flexGrow: 0 },
  },
  small: { "@media (max-height: 360px)": { overflowY: "auto" } },
});

/** The whole task pane: the same in a spreadsheet program and beside the grid of the page. */
export function Pane({ host }: { host: PaneHost }) {
  const styles = useStyles();
  const { session } = host;
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [chosen, setChosen] = useState<TabName | undefined>(host.press && "check");
  const cell = useCell(host);
  const intake = useIntake(host, state);
  const readiness = useReadiness(host);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const tab = chosen ?? (state.checked ? "check" : "layOut");
  const written = useWrittenText(host, state.checked?.disclosure);
  const updating = useTextUpdate(host, state.checked);
  const changes = useChanges(host, state, tab === "publish");
  const choose = useCallback((name: TabName) => {
    setChosen(name);
    panel.current?.scrollTo(0, 0);
  }, []);
  const counts = state.checked
    ? {
        check: mustFixOf(state.checked.report.findings),
        score: mustFixOf(state.checked.scores.flatMap(({ findings }) => findings)),
      }
    : {};

  return (
    <PaneHostProvider value={host}>
      <div className={`${styles.pane} ${styles.small}`} role="region" aria-label={strings.paneName}>
        <PaneHeader state={state} />
        <TroubleBar
          trouble={cell.trouble ?? state.trouble ?? state.lookTrouble}
          onClose={() => {
            cell.dismissTrouble();
            session.dismissTrouble();
          }}
        />
        <PaneTabs id={id} selected={tab} onSelect={choose} counts={counts} />
        <div
          ref={panel}
          className={styles.panel}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${tab}`}
          tabIndex={-1}
        >
          <PanelContent
            tab={tab}
            state={state}
            cell={cell}
            intake={intake}
            readiness={readiness}
            changes={changes}
            written={written}
            updating={updating}
            onChoose={choose}
          />
        </div>
        <LiveCount mustFix={counts.check} />
      </div>
    </PaneHostProvider>
  );
}

interface ContentProps {
  readonly tab: TabName;
  readonly state: DraftingState;
  readonly cell: CellOnView;
  readonly intake: IntakeOnView;
  readonly readiness: ReadinessOnView;
  readonly changes: ChangesOnView;
  readonly written: WrittenText;
  readonly updating: TextUpdating;
  readonly onChoose: (tab: TabName) => void;
}

function PanelContent({
  tab,
  state,
  cell,
  intake,
  readiness,
  changes,
  written,
  updating,
  onChoose,
}: ContentProps) {
  const { checked } = state;
  if (tab === "layOut") return <LayOutTab state={state} intake={intake} onChoose={onChoose} />;
  const empty = (
    <EmptyState
      tab={tab}
      isStarting={state.phase === "starting"}
      onGo={() => {
        onChoose("layOut");
      }}
    />
  );
  if (!checked) return empty;
  switch (tab) {
    case "check":
      return (
        <>
          <WrittenBar state={state} kinds={["mend", "explain"]} />
          <CheckTab checked={checked} cell={cell} lastYearReasons={state.lastYearReasons} />
        </>
      );
    case "score":
      if (checked.scores.length === 0) return empty;
      return (
        <>
          <WrittenBar state={state} kinds={["indicator", "project", "projects"]} />
          <ScoreTab
            scores={checked.scores}
            hasProjectForm={projectForms(checked.template.structure).length > 0}
            projects={standingProjects(checked.disclosure)}
            isBusy={state.phase !== "ready"}
          />
        </>
      );
    case "narrative":
      return (
        <>
          <WrittenBar state={state} kinds={["sentence", "paragraphs"]} />
          <NarrativeTab
            checked={checked}
            written={written}
            updating={updating}
            isBusy={state.phase !== "ready"}
          />
        </>
      );
    case "publish":
      return (
        <>
          <WrittenBar state={state} kinds={["report", "changes"]} />
          <PublishTab
            checked={checked}
            isBusy={state.phase !== "ready"}
            readiness={readiness}
            changes={changes}
          />
        </>
      );
  }
}
