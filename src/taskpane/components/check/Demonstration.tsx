import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Demonstrated } from "../../../application/demonstrateChecks";
import { mistakeWords, outcomeWords } from "../../../application/demonstrationWords";
import { formatAddress } from "../../../domain/workbook/cellAddress";
import { strings } from "../../strings";
import { useListStyles } from "../intake/listStyles";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";

/** 查错演示: what the checks see of typical mistakes, made on a copy. */
export function Demonstration() {
  const { session } = usePaneHost();
  const list = useListStyles();
  const section = useSectionStyles();
  const [shown, setShown] = useState<readonly Demonstrated[]>([]);
  const [run, setRun] = useState<Iterator<Demonstrated, void> | undefined>();
  // One at a time, so that the pane stays alive meanwhile.
  useEffect(() => {
    if (!run) return undefined;
    const timer = setTimeout(() => {
      const next = run.next();
      if (next.done === true) setRun(undefined);
      else setShown([...shown, next.value]);
    });
    return () => {
      clearTimeout(timer);
    };
  }, [run, shown]);
  const words = strings.check.demonstration;
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{words.heading}</h2>
      <p className={section.note}>{words.note}</p>
      <Button
        className={section.press}
        size="small"
        disabledFocusable={run !== undefined}
        onClick={() => {
          setShown([]);
          setRun(session.demonstrate());
        }}
      >
        {run ? words.running : words.press}
      </Button>
      {shown.length > 0 && (
        <ol className={list.lines} aria-live="polite">
          {shown.map((each) => (
            <li key={`${each.kind} ${each.changes.map(({ cell }) => formatAddress(cell)).join()}`}>
              {mistakeWords(each)}
              <br />
              {outcomeWords(each)}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
