import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import type { Checked } from "../../../application/draftingState";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { Icon } from "../icons";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";
import { toggled } from "../toggled";
import { VirtualList } from "../VirtualList";
import { ChangedParagraph } from "./ChangedParagraph";
import { changedIn, gapsIn, narrativeRows } from "./narrativeRows";
import { sectionText } from "./narrativeText";
import { ParagraphText } from "./ParagraphText";
import { PercentDecimals } from "./PercentDecimals";
import { SectionHead } from "./SectionHead";
import { StateBadge } from "./StateBadge";
import { UpdateView } from "./update/UpdateView";
import type { TextUpdating } from "./update/useTextUpdate";
import type { WrittenText } from "./written/useWrittenText";
import { WrittenTextView } from "./written/WrittenTextView";

const useStyles = makeStyles({
  states: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    margin: `${tokens.spacingVerticalXS} 0`,
  },
  more: {
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  presses: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: `${tokens.spacingVerticalXS} 0`,
  },
});

interface Props {
  readonly checked: Checked;
  readonly written: WrittenText;
  readonly updating: TextUpdating;
  readonly isBusy: boolean;
}

export function NarrativeTab({ checked, written, updating, isBusy }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { session } = usePaneHost();
  const { sections } = checked;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [openOnly, setOpenOnly] = useState(false);
  const [isMore, setMore] = useState(false);
  const moreId = useId();
  const rows = useMemo(
    () => narrativeRows(sections, folded, openOnly),
    [sections, folded, openOnly],
  );
  const { percentDecimals, narrative } = checked.template.structure.definition;
  const { unverified } = narrative;
  const changed = changedIn(sections);
  const gaps = gapsIn(sections);
  const isAllFolded = sections.every(({ number }) => folded.has(number));
  const words = strings.narrative;
  if (written.isOpen) return <WrittenTextView view={written} />;
  if (updating.isOpen) return <UpdateView view={updating} />;
  return (
    <div>
      <p className={section.note}>{gaps === 0 ? words.complete : words.gaps(gaps)}</p>
      {unverified !== undefined && <p className={section.note}>{unverified}</p>}
      {(openOnly || gaps > 0 || changed.length > 0) && (
        <div className={styles.states}>
          {changed.map(([state, count]) => (
            <StateBadge key={state} state={state} count={count} />
          ))}
          <Button
            size="small"
            appearance="subtle"
            aria-pressed={openOnly}
            onClick={() => {
              setOpenOnly(!openOnly);
            }}
          >
            {openOnly ? words.showAll : words.openOnly}
          </Button>
        </div>
      )}
      <div className={styles.presses}>
        <Button size="small" appearance="primary" onClick={written.open}>
          {words.written.heading}
        </Button>
        <CopyButton
          text={() => sections.map(sectionText).join("\n")}
          name={words.copyAll}
          label={words.copyAll}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name="chevron" turned={isMore} />}
          iconPosition="after"
          aria-expanded={isMore}
          aria-controls={moreId}
          onClick={() => {
            setMore(!isMore);
          }}
        >
          {words.more}
        </Button>
      </div>
      {isMore && (
        <div id={moreId} className={styles.more}>
          <div className={styles.presses}>
            <Button size="small" onClick={updating.open}>
              {words.update.heading}
            </Button>
            <Button size="small" disabled={isBusy} onClick={() => void session.updateParagraphs()}>
              {words.updateParagraphs}
            </Button>
            <Button
              size="small"
              onClick={() => {
                setFolded(new Set(isAllFolded ? [] : sections.map(({ number }) => number)));
              }}
            >
              {isAllFolded ? words.unfoldAll : words.foldAll}
            </Button>
          </div>
          <PercentDecimals
            decimals={percentDecimals}
            isBusy={isBusy}
            onChoose={(chosen) => void session.changeSettings({ percentDecimals: chosen })}
          />
        </div>
      )}
      <VirtualList rows={rows}>
        {(row) =>
          row.kind === "section" ? (
            <SectionHead
              section={row.section}
              isFolded={folded.has(row.section.number)}
              onFold={() => {
                setFolded(toggled(folded, row.section.number));
              }}
            />
          ) : row.paragraph.origin !== "automatic" ? (
            <ChangedParagraph paragraph={row.paragraph} isBusy={isBusy} />
          ) : (
            <ParagraphText pieces={row.paragraph.pieces} />
          )
        }
      </VirtualList>
    </div>
  );
}
