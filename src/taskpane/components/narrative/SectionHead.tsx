import { makeStyles, tokens } from "@fluentui/react-components";
import type { StandingSection } from "../../../domain/narrative/standing/standingParagraph";
import { strings } from "../../strings";
import { CopyButton } from "../CopyButton";
import { Icon } from "../icons";
import { useFoldStyles } from "./foldStyles";
import { changedIn, gapsIn } from "./narrativeRows";
import { sectionText } from "./narrativeText";
import { StateBadge } from "./StateBadge";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXXS}`,
  },
  title: { flexGrow: 1, minWidth: 0, margin: 0, fontSize: tokens.fontSizeBase300 },
  name: { flexGrow: 1 },
});

interface Props {
  readonly section: StandingSection;
  readonly isFolded: boolean;
  readonly onFold: () => void;
}

export function SectionHead({ section, isFolded, onFold }: Props) {
  const styles = useStyles();
  const fold = useFoldStyles();
  const { number, title } = section;
  const gaps = gapsIn([section]);
  const isReason = section.paragraphs.some((each) => each.gaps.some((gap) => gap.isReason));
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>
        <button type="button" className={fold.press} aria-expanded={!isFolded} onClick={onFold}>
          <span className={fold.chevron}>
            <Icon name="chevron" turned={!isFolded} />
          </span>
          <span className={styles.name}>{strings.narrative.section(number, title)}</span>
          {changedIn([section]).map(([state, count]) => (
            <StateBadge key={state} state={state} count={count} />
          ))}
          {gaps > 0 && <StateBadge state="gap" isReason={isReason} count={gaps} />}
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
