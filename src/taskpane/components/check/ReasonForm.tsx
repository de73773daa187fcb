import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useMemo, useState, type FormEvent } from "react";
import { offeredReasons } from "../../../domain/checking/explanations/offeredReasons";
import type { Finding } from "../../../domain/checking/finding";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { reasonGroups } from "./reasonGroups";
import type { ReasonsAround } from "./reasonsContext";

const MOST_CHARACTERS = 500;

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  // Fluent's own are wider than a narrow pane.
  wide: { minWidth: 0, width: "100%" },
  inner: { minWidth: 0 },
  ready: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  offer: {
    height: "auto",
    minWidth: 0,
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly finding: Finding;
  readonly around: ReasonsAround;
}

/** 写说明: a reason of one's own or a ready one, for this finding or for several at once. */
export function ReasonForm({ finding, around }: Props) {
  const styles = useStyles();
  const { session } = usePaneHost();
  const { reason } = finding;
  const { report, disclosure, template } = around.checked;
  const { lastYear } = around;
  const [words, setWords] = useState(reason?.words ?? "");
  const [chosen, setChosen] = useState("alone");
  const offered = useMemo(
    () => offeredReasons(finding, lastYear, disclosure, template),
    [finding, lastYear, disclosure, template],
  );
  const groups = useMemo(
    () => reasonGroups(finding, report.findings, disclosure),
    [finding, report, disclosure],
  );
  const { findings } = groups.find(({ kind }) => kind === chosen) ?? { findings: [finding] };
  const isEmpty = words.trim() === "";
  const record = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) void session.explain(findings, words);
  };
  return (
    <form className={styles.form} onSubmit={record}>
      <Field label={labelOf(finding)} size="small">
        <Input
          className={styles.wide}
          input={{ className: styles.inner }}
          size="small"
          value={words}
          maxLength={MOST_CHARACTERS}
          onChange={(_, { value }) => {
            setWords(value);
          }}
        />
      </Field>
      {offered.length > 0 && (
        <ul className={styles.ready} aria-label={strings.check.ready}>
          {offered.map(({ words: ready, isLastYears }) => (
            <li key={ready}>
              <Button
                className={styles.offer}
                size="small"
                type="button"
                onClick={() => {
                  setWords(ready);
                }}
              >
                {isLastYears ? strings.check.lastYears(ready) : ready}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {groups.length > 1 && (
        <Field label={strings.check.recordFor} size="small">
          <Select
            className={styles.wide}
            select={{ className: styles.inner }}
            size="small"
            value={chosen}
            onChange={(_, { value }) => {
              setChosen(value);
            }}
          >
            {groups.map(({ kind, name }) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.presses}>
        <Button size="small" type="submit" appearance="primary" disabledFocusable={isEmpty}>
          {strings.check.recordReason}
        </Button>
        {reason && (
          <Button
            size="small"
            type="button"
            onClick={() => void session.withdrawReason(findings.filter((each) => each.reason))}
          >
            {strings.check.withdrawReason}
          </Button>
        )}
      </div>
    </form>
  );
}

function labelOf({ level, reason }: Finding): string {
  if (level === "must-hold") return strings.check.writeNote;
  return reason?.state === "closed" ? strings.check.changeReason : strings.check.writeReason;
}
