import { useState } from "react";
import type { Readiness } from "../../../application/readinessWords";
import type { PaneHost } from "../paneHost";

export interface ReadinessOnView {
  readonly readiness: Readiness | undefined;
  readonly isInspecting: boolean;
  readonly inspect: () => void;
}

/** Stays while the person looks at other tabs. */
export function useReadiness({ session }: PaneHost): ReadinessOnView {
  const [found, setFound] = useState<{ readonly of: unknown; readonly readiness: Readiness }>();
  const [isInspecting, setInspecting] = useState(false);
  const inspectNow = async () => {
    setInspecting(true);
    try {
      const readiness = await session.inspect();
      if (readiness) setFound({ of: session, readiness });
    } finally {
      setInspecting(false);
    }
  };
  return {
    // Another workbook may have taken the place of the one that was looked at.
    readiness: found?.of === session ? found.readiness : undefined,
    isInspecting,
    inspect: () => {
      if (!isInspecting && session.state().phase === "ready") void inspectNow();
    },
  };
}
