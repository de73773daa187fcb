import { Button, ProgressBar } from "@fluentui/react-components";
import { useState } from "react";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";

/** 审核报告 on one press. */
export function ReportSection({ isBusy }: { isBusy: boolean }) {
  const section = useSectionStyles();
  const { report } = usePaneHost();
  const [isWriting, setWriting] = useState(false);
  const write = async () => {
    if (isWriting || isBusy) return;
    setWriting(true);
    try {
      await report.write();
    } finally {
      setWriting(false);
    }
  };
  const { publish } = strings;
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{publish.report}</h2>
      <p className={section.note}>{publish.reportNote[report.goes]}</p>
      <Button
        className={section.press}
        disabledFocusable={isWriting || isBusy}
        onClick={() => void write()}
      >
        {publish.reportPress}
      </Button>
      {isWriting && (
        <div role="status">
          {publish.reporting}
          <ProgressBar aria-label={publish.reporting} />
        </div>
      )}
    </section>
  );
}
