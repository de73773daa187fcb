import { Button, ProgressBar } from "@fluentui/react-components";
import { useState } from "react";
import { strings } from "../../strings";
import { usePaneHost } from "../paneHost";
import { useSectionStyles } from "../sectionStyles";

/** 公开文档 and 公开稿, each on one press. */
export function DocumentSection({ isBusy }: { isBusy: boolean }) {
  const section = useSectionStyles();
  const { publication } = usePaneHost();
  const [isWriting, setWriting] = useState(false);
  const { publish } = strings;
  const write = async (make: () => Promise<void>) => {
    if (isWriting || isBusy) return;
    setWriting(true);
    try {
      await make();
    } finally {
      setWriting(false);
    }
  };
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{publish.documents}</h2>
      <p className={section.note}>{publish.documentsNote}</p>
      {publication ? (
        <>
          <Button
            className={section.press}
            disabledFocusable={isWriting || isBusy}
            onClick={() => void write(publication.document)}
          >
            {publish.documentPress}
          </Button>
          <Button
            className={section.press}
            disabledFocusable={isWriting || isBusy}
            onClick={() => void write(publication.workbook)}
          >
            {publish.publishedPress}
          </Button>
        </>
      ) : (
        <p className={section.note}>{publish.documentsElsewhere}</p>
      )}
      {isWriting && (
        <div role="status">
          {publish.documenting}
          <ProgressBar aria-label={publish.documenting} />
        </div>
      )}
    </section>
  );
}
