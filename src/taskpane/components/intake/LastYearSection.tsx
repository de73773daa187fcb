import { Button, Checkbox, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import type { DraftingState } from "../../../application/draftingState";
import type { LastYearIntake } from "../../../application/takeLastYear";
import type { LastYearProposal } from "../../../domain/intake/lastYear";
import { unitNameOf } from "../../../domain/disclosure/unitNameOf";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { FilesSection } from "./FilesSection";
import { IntakeTableRow } from "./IntakeTableRow";
import { LastYearRow } from "./LastYearRow";
import { useListStyles } from "./listStyles";
import { useLastYear } from "./useLastYear";

interface Props {
  readonly state: DraftingState;
  readonly onFill: (taken: LastYearIntake, replaced: ReadonlySet<string>) => void;
}

/** 上年数: last year's published set gives the figures of 补充资料, shown before they are written. */
export function LastYearSection({ state, onFill }: Props) {
  const list = useListStyles();
  const lastYear = useLastYear(state);
  const { state: shown, proposals } = lastYear;
  return (
    <FilesSection words={strings.lastYear} files={lastYear}>
      {shown.kind === "ready" && proposals && (
        <>
          {shown.taken.questions.length > 0 && (
            <ul className={list.rows}>
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
            taken={shown.taken}
            proposals={proposals}
            unitName={state.checked ? unitNameOf(state.checked.disclosure) : ""}
            isBusy={state.phase !== "ready"}
            onFill={(replaced) => {
              onFill(shown.taken, replaced);
            }}
          />
        </>
      )}
    </FilesSection>
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
  const list = useListStyles();
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
      <ul className={list.rows}>
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
