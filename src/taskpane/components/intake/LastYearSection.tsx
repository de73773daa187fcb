import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { DraftingState } from "../../../application/draftingState";
import type { LastYearIntake } from "../../../application/takeLastYear";
import { troubleWords } from "../../../application/troubleWords";
import type { LastYearProposal } from "../../../domain/intake/lastYear";
import { unitNameOf } from "../../../domain/disclosure/unitNameOf";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { FileButton } from "./FileButton";
import { IntakeTableRow } from "./IntakeTableRow";
import { LastYearRow } from "./LastYearRow";
import { useLastYear } from "./useLastYear";

const useStyles = makeStyles({
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface Props {
  readonly state: DraftingState;
  readonly onFill: (taken: LastYearIntake, replaced: ReadonlySet<string>) => void;
}

/** 上年数: last year's published set gives the figures of 补充资料, shown before they are written. */
export function LastYearSection({ state, onFill }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const lastYear = useLastYear(state);
  const shown = lastYear.state;
  const words = strings.lastYear;
  return (
    <section className={section.section} aria-label={words.heading}>
      <h2 className={section.heading}>{words.heading}</h2>
      <p className={section.note}>{words.note}</p>
      <div className={styles.presses}>
        <FileButton
          label={shown.kind === "none" ? words.choose : strings.intake.chooseOthers}
          isBusy={shown.kind === "reading"}
          onChoose={lastYear.choose}
        />
        {shown.kind !== "none" && (
          <Button appearance="subtle" onClick={lastYear.close}>
            {strings.intake.close}
          </Button>
        )}
      </div>
      <div role="status">{shown.kind === "reading" && strings.intake.reading(shown.files)}</div>
      {shown.kind === "failed" && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {shown.file !== "" && `${strings.intake.file(shown.file)} `}
            {troubleWords(shown.trouble)}
          </MessageBarBody>
        </MessageBar>
      )}
      {shown.kind === "ready" && (
        <>
          {shown.taken.questions.length > 0 && (
            <ul className={styles.list}>
              {shown.taken.questions.map((each) => (
                <IntakeTableRow
                  key={each.table.key}
                  found={each}
                  showsFile={false}
                  onAnswer={lastYear.answer}
                />
              ))}
            </ul>
          )}
          <Proposals
            {...shown}
            unitName={state.checked ? unitNameOf(state.checked.disclosure) : ""}
            isBusy={state.phase !== "ready"}
            onFill={(replaced) => {
              onFill(shown.taken, replaced);
            }}
          />
        </>
      )}
    </section>
  );
}

interface ProposalsProps {
  readonly taken: LastYearIntake;
  readonly proposals: readonly LastYearProposal[];
  /** Of the set that stands. */
  readonly unitName: string;
  readonly isBusy: boolean;
  readonly onFill: (replaced: ReadonlySet<string>) => void;
}

function Proposals({ taken, proposals, unitName, isBusy, onFill }: ProposalsProps) {
  const styles = useStyles();
  const section = useSectionStyles();
  const [replaced, setReplaced] = useState<ReadonlySet<string>>(new Set());
  const [agreedTo, setAgreedTo] = useState<LastYearIntake>();
  const words = strings.lastYear;
  const { year, intake } = taken;
  const isAgreed = year.kind === "right" || agreedTo === taken;
  const coming = proposals.filter(
    ({ state, asked }) => state === "new" || (state === "typed" && replaced.has(asked.row.id)),
  );
  const isAnothers = intake.unitName !== "" && unitName !== "" && intake.unitName !== unitName;
  return (
    <>
      {year.kind !== "right" && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {year.kind === "other"
              ? words.anotherYear(year.found, year.wanted)
              : words.noYear(year.wanted)}
            <Checkbox
              label={year.kind === "other" ? words.takeAnyway : words.isRightYear(year.wanted)}
              checked={isAgreed}
              onChange={(_, { checked }) => {
                setAgreedTo(checked === true ? taken : undefined);
              }}
            />
          </MessageBarBody>
        </MessageBar>
      )}
      {isAnothers && <p className={section.note}>{words.anotherUnit(intake.unitName, unitName)}</p>}
      <ul className={styles.list}>
        {proposals.map((proposal) => {
          const { id } = proposal.asked.row;
          return (
            <LastYearRow
              key={id}
              proposal={proposal}
              isReplaced={replaced.has(id)}
              onReplace={(replaces) => {
                const next = new Set(replaced);
                if (replaces) next.add(id);
                else next.delete(id);
                setReplaced(next);
              }}
            />
          );
        })}
      </ul>
      <Button
        className={section.press}
        appearance="primary"
        disabledFocusable={isBusy || !isAgreed || coming.length === 0}
        onClick={() => {
          onFill(replaced);
        }}
      >
        {words.press(coming.length)}
      </Button>
    </>
  );
}
