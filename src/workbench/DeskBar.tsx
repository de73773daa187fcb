import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { chosenFile } from "./chosenFile";
import type { Desk, DeskState } from "./desk";
import { strings } from "./strings";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    flexShrink: 0,
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  progress: { width: "96px", fontSize: tokens.fontSizeBase200 },
  local: {
    marginLeft: "auto",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly desk: Desk;
  readonly phase: DeskState["phase"];
}

export function DeskBar({ desk, phase }: Props) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const progress = { starting: "", ready: "", opening: strings.opening, saving: strings.saving }[
    phase
  ];
  const isBusy = phase !== "ready";
  return (
    <div className={styles.bar} data-area="tools" role="toolbar" aria-label={strings.files}>
      <Button disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {strings.open}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm,.xls,.et,.ods,.fods,.docx,.xml,.htm,.html"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void desk.open(chosenFile(file));
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
      <Button disabledFocusable={isBusy} onClick={() => void desk.saveAs()}>
        {strings.saveAs}
      </Button>
      <Button appearance="subtle" disabledFocusable={isBusy} onClick={() => void desk.showSample()}>
        {strings.sample}
      </Button>
      <div role="status" className={styles.progress}>
        {progress}
        {progress !== "" && <ProgressBar aria-label={progress} />}
      </div>
      <span className={styles.local}>{strings.local}</span>
    </div>
  );
}
