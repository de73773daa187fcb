import { makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Checked, DraftingState } from "../../../application/draftingState";
import { strings, type TabName } from "../../strings";
import type { IntakeOnView } from "../intake/useIntake";
import { usePaneHost, type PaneSession } from "../paneHost";
import { keptTotals } from "./keptTotals";
import { AdoptSection } from "./AdoptSection";
import { LastWriteBar } from "./LastWriteBar";
import { LayOutForm } from "./LayOutForm";
import { RepairSection } from "./RepairSection";
import { RescaledSection } from "./RescaledSection";
import { TakenBackBar } from "./TakenBackBar";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXL },
  busy: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

type Press =
  "layOut" | "adopt" | "removeAudit" | "fill" | "repair" | "restore" | "list" | "takeBack";

function isAdopted({ adoption }: Checked): boolean {
  return adoption === "standing" || adoption === "outdated";
}

interface Props {
  readonly state: DraftingState;
  readonly intake: IntakeOnView;
  readonly onChoose: (tab: TabName) => void;
}

export function LayOutTab({ state, intake, onChoose }: Props) {
  const styles = useStyles();
  const { session, showSample } = usePaneHost();
  const [pressed, setPressed] = useState<Press>();
  const isBusy = state.phase === "working";
  const press = (name: Press, work: (session: PaneSession) => Promise<void>) => {
    if (state.phase !== "ready") return;
    setPressed(name);
    // Stay here while the first findings come in.
    onChoose("layOut");
    void work(session);
  };

  return (
    <div className={styles.tab}>
      {isBusy && (
        <div className={styles.busy} role="status">
          {strings.busy[pressed ?? "look"]}
          {state.step && ` ${strings.step(state.step)}`}
          <ProgressBar aria-label={strings.busy[pressed ?? "look"]} />
        </div>
      )}
      {!isBusy && state.lastWrite && (
        <LastWriteBar
          lastWrite={state.lastWrite}
          keptTotals={keptTotals(state.checked?.report.findings ?? [])}
          onTakeBack={() => {
            press("takeBack", (each) => each.takeBack());
          }}
          onCheck={() => {
            onChoose("check");
          }}
        />
      )}
      {!isBusy && state.takenBack && <TakenBackBar takenBack={state.takenBack} />}
      {state.checked && (
        <AdoptSection
          adoption={state.checked.adoption}
          isBusy={state.phase !== "ready"}
          onAdopt={() => {
            press("adopt", (each) => each.adopt());
          }}
          onRemove={() => {
            press("removeAudit", (each) => each.removeAudit());
          }}
        />
      )}
      {state.checked && !isAdopted(state.checked) && (
        <RepairSection
          differentShape={state.differentShape}
          isBusy={state.phase !== "ready"}
          onRepair={() => {
            press("repair", (each) => each.repair());
          }}
        />
      )}
      {state.checked && (
        <RescaledSection
          checked={state.checked}
          isBusy={state.phase !== "ready"}
          onList={() => {
            press("list", (each) => each.addAdjustmentList());
          }}
          onRestore={() => {
            press("restore", (each) => each.restore());
          }}
        />
      )}
      <LayOutForm
        state={state}
        intake={intake}
        onLayOut={(request) => {
          press("layOut", (each) => each.layOut(request));
        }}
        onFill={(taken, overwrites) => {
          press("fill", (each) => each.fill(taken, overwrites));
        }}
        onFillLastYear={(taken, replaced) => {
          press("fill", (each) => each.fillLastYear(taken, replaced));
        }}
        showSample={showSample}
      />
    </div>
  );
}
