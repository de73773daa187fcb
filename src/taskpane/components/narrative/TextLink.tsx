import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, ReactNode } from "react";

const useStyles = makeStyles({
  link: {
    borderRadius: tokens.borderRadiusSmall,
    cursor: "pointer",
    textDecorationLine: "underline",
    textDecorationStyle: "dotted",
    textDecorationColor: tokens.colorNeutralStroke1,
    textUnderlineOffset: "4px",
    ":hover": {
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorBrandForeground2,
      textDecorationColor: "currentColor",
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  /** Said in place of the words. */
  readonly name: string;
  readonly hint: string;
  readonly className?: string;
  /** Where pressing it shows more below. */
  readonly isOpen?: boolean | undefined;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/**
 * Words in a sentence that lead to a cell. No button: browsers neither break one across lines nor let its words be
 * selected with the rest of the sentence.
 */
export function TextLink({ name, hint, className, isOpen, onPress, children }: Props) {
  const styles = useStyles();
  return (
    <span
      role="button"
      tabIndex={0}
      className={mergeClasses(styles.link, className)}
      title={hint}
      aria-label={name}
      aria-expanded={isOpen}
      onClick={() => {
        // The end of a selection is no press.
        if (window.getSelection()?.isCollapsed !== false) onPress();
      }}
      onKeyDown={(event) => {
        if (isPress(event)) onPress();
      }}
    >
      {children}
    </span>
  );
}

function isPress(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" && event.key !== " ") return false;
  event.preventDefault();
  return true;
}
