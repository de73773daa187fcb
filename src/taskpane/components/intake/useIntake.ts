import { useCallback, useEffect, useState } from "react";
import type { DraftingState } from "../../../application/draftingState";
import type { FigureIntake } from "../../../application/takeFigures";
import type { Fill } from "../../../domain/intake/fillPlan";
import type { SourceFile } from "../../../domain/intake/joinFiles";
import type { UnitAnswer } from "../../../domain/intake/tableUnit";
import type { PaneHost } from "../paneHost";
import { useChosenFiles, type ChosenFiles, type FilesState } from "./useChosenFiles";

/** The files that a person chose to take figures from, and what they hold. */
export interface IntakeOnView extends ChosenFiles<FigureIntake> {
  readonly templateId: string | undefined;
  /** What would come into the set that stands. */
  readonly fill: Fill | undefined;
  readonly chooseTemplate: (templateId: string) => void;
}

export function useIntake(host: PaneHost, state: DraftingState): IntakeOnView {
  const { session, readFile } = host;
  const [chosenTemplate, chooseTemplate] = useState<string>();
  const templateId = chosenTemplate ?? state.templates[0]?.id;
  const take = useCallback(
    (files: readonly SourceFile[], said: ReadonlyMap<string, UnitAnswer>) =>
      session.takeFigures(files, templateId ?? "", said),
    [session, templateId],
  );
  const chosen = useChosenFiles(readFile, templateId === undefined ? undefined : take);
  const fill = useFill(host, state, chosen.state);
  return { ...chosen, templateId, fill, chooseTemplate };
}

/** To lay the set out once more takes a while: not with every key. */
const PAUSE = 600;

type Shown = FilesState<FigureIntake>;

function useFill(
  { session }: PaneHost,
  { checked }: DraftingState,
  shown: Shown,
): Fill | undefined {
  const [fill, setFill] = useState<{ readonly of: Shown; readonly fill: Fill | undefined }>();
  const isNew = fill?.of !== shown;
  useEffect(() => {
    if (!checked || shown.kind !== "ready") return undefined;
    const timer = setTimeout(
      () => {
        setFill({ of: shown, fill: session.previewFill(shown.taken) });
      },
      isNew ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [session, checked, shown, isNew]);
  return isNew ? undefined : fill.fill;
}
