import { makeStyles, tokens } from "@fluentui/react-components";
import type { NarratedSection } from "../../../domain/narrative/narrate";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { Icon } from "../icons";
import { useFoldStyles } from "./foldStyles";
import { gapsIn } from "./narrativeRows";
import { sectionText } from "./narrativeText";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXXS}`,
  },
  title: { flexGrow: 1, minWidth: 0, margin: 0, fontSize: tokens.fontSizeBase300 },
  name: { flexGrow: 1 },
  state: {
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorPaletteMarigoldBorder2}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorPaletteYellowBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
});

interface Props {
  readonly section: NarratedSection;
  readonly isFolded: boolean;
  readonly onFold: () => void;
}

export function SectionHead({ section, isFolded, onFold }: Props) {
  const styles = useStyles();
  const fold = useFoldStyles();
  const { number, title } = section;
  const gaps = gapsIn([section]);
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>
        <button type="button" className={fold.press} aria-expanded={!isFolded} onClick={onFold}>
          <span className={fold.chevron}>
            <Icon name="chevron" turned={!isFolded} />
          </span>
          <span className={styles.name}>{strings.narrative.section(number, title)}</span>
          {gaps > 0 && <span className={styles.state}>{strings.narrative.sectionGaps(gaps)}</span>}
        </button>
      </h2>
      <CopyButton
        isBare
        text={() => sectionText(section)}
        name={strings.narrative.copySection(title)}
      />
    </div>
  );
}
