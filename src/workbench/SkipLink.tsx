import { makeStyles, tokens } from "@fluentui/react-components";
import { goToArea, type AreaName } from "./walkAreas";

const useStyles = makeStyles({
  link: {
    position: "absolute",
    zIndex: 1001,
    top: tokens.spacingVerticalXS,
    left: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    ":not(:focus)": { clipPath: "inset(50%)", pointerEvents: "none" },
  },
});

interface Props {
  readonly to: AreaName;
  readonly children: string;
}

/** Seen only by who comes to it with the keyboard. */
export function SkipLink({ to, children }: Props) {
  return (
    <a
      className={useStyles().link}
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        goToArea(event.currentTarget.ownerDocument, to);
      }}
    >
      {children}
    </a>
  );
}
