import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { strings } from "../strings";
import { Icon } from "./icons";
import { usePaneHost } from "./paneHost";

const SHOWN_FOR = 2500;

interface Props {
  /** Asked when pressed. */
  readonly text: () => string;
  /** What is copied, for those who do not see where the button stands. */
  readonly name: string;
  /** Where more than one thing can be copied. */
  readonly label?: string;
  /** A picture alone, where there is no room. */
  readonly isBare?: boolean;
  readonly className?: string;
}

export function CopyButton({ text, name, label = strings.copy, isBare = false, className }: Props) {
  const { copyText } = usePaneHost();
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => {
      setOutcome(undefined);
    }, SHOWN_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome]);
  const words = { copied: strings.copied, failed: strings.copyFailed };
  return (
    <Button
      className={className}
      size="small"
      appearance="subtle"
      icon={<Icon name={outcome === "copied" ? "done" : "copy"} />}
      aria-label={outcome ? words[outcome] : name}
      title={outcome ? words[outcome] : name}
      onClick={() => {
        void copyText(text()).then((isCopied) => {
          setOutcome(isCopied ? "copied" : "failed");
        });
      }}
    >
      {isBare ? undefined : outcome ? words[outcome] : label}
    </Button>
  );
}
