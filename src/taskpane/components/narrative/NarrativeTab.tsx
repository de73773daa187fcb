import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Checked } from "../../../application/draftingState";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { useSectionStyles } from "../sectionStyles";
import { VirtualList } from "../VirtualList";
import { gapsIn, narrativeRows } from "./narrativeRows";
import { sectionText } from "./narrativeText";
import { ParagraphText } from "./ParagraphText";
import { SectionHead } from "./SectionHead";

const useStyles = makeStyles({
  presses: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    // The words of a quiet button begin where all others do.
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
});

export function NarrativeTab({ checked }: { checked: Checked }) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { sections } = checked;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => narrativeRows(sections, folded), [sections, folded]);
  const gaps = gapsIn(sections);
  const isAllFolded = sections.every(({ number }) => folded.has(number));
  const words = strings.narrative;
  return (
    <div>
      <p className={section.note}>{gaps === 0 ? words.complete : words.gaps(gaps)}</p>
      <div className={styles.presses}>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setFolded(new Set(isAllFolded ? [] : sections.map(({ number }) => number)));
          }}
        >
          {isAllFolded ? words.unfoldAll : words.foldAll}
        </Button>
        <CopyButton
          text={() => sections.map(sectionText).join("\n")}
          name={words.copyAll}
          label={words.copyAll}
        />
      </div>
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
          ) : (
            <ParagraphText pieces={row.paragraph.pieces} />
          )
        }
      </VirtualList>
    </div>
  );
}

function toggled(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
