import { useCallback, useEffect, useRef, useState } from "react";
import { troubleOf, type DraftingState, type Trouble } from "../../../application/draftingState";
import type { FigureIntake } from "../../../application/takeFigures";
import type { Fill } from "../../../domain/intake/fillPlan";
import type { SourceFile } from "../../../domain/intake/joinFiles";
import type { UnitAnswer } from "../../../domain/intake/moneyUnits";
import type { PaneHost } from "../paneHost";
import { readFiles } from "./readFiles";

export type IntakeState =
  | { readonly kind: "none" }
  | { readonly kind: "reading"; readonly files: number }
  | { readonly kind: "failed"; readonly trouble: Trouble; readonly file: string }
  | { readonly kind: "ready"; readonly files: readonly string[]; readonly taken: FigureIntake };

/** The files that a person chose to take figures from, and what they hold. */
export interface IntakeOnView {
  readonly state: IntakeState;
  readonly templateId: string | undefined;
  /** What would come into the set that stands. */
  readonly fill: Fill | undefined;
  readonly choose: (files: readonly File[]) => void;
  readonly answer: (table: string, answer: UnitAnswer) => void;
  readonly chooseTemplate: (templateId: string) => void;
  readonly close: () => void;
}

const NONE: IntakeState = { kind: "none" };
const NOBODY: ReadonlyMap<string, UnitAnswer> = new Map();

export function useIntake(host: PaneHost, state: DraftingState): IntakeOnView {
  const { session, readFile } = host;
  const [chosenTemplate, chooseTemplate] = useState<string>();
  const [files, setFiles] = useState<readonly SourceFile[]>();
  const [said, setSaid] = useState(NOBODY);
  const [shown, setShown] = useState<IntakeState>(NONE);
  const latest = useRef(0);
  const templateId = chosenTemplate ?? state.templates[0]?.id;

  const choose = useCallback(
    (chosen: readonly File[]) => {
      const turn = (latest.current += 1);
      setSaid(NOBODY);
      setFiles(undefined);
      setShown({ kind: "reading", files: chosen.length });
      void readFiles(chosen, readFile).then((read) => {
        if (turn !== latest.current) return;
        if ("trouble" in read) setShown({ kind: "failed", ...read });
        else setFiles(read.files);
      });
    },
    [readFile],
  );
  useEffect(() => {
    if (!files || templateId === undefined) return;
    const turn = (latest.current += 1);
    const settle = (next: IntakeState) => {
      if (turn === latest.current) setShown(next);
    };
    session.takeFigures(files, templateId, said).then(
      (taken) => {
        settle({ kind: "ready", files: files.map(({ name }) => name), taken });
      },
      (error: unknown) => {
        settle({ kind: "failed", trouble: troubleOf(error), file: "" });
      },
    );
  }, [session, files, templateId, said]);

  const fill = useFill(host, state, shown);
  return {
    state: shown,
    templateId,
    fill,
    choose,
    answer: (table, answer) => {
      setSaid((before) => new Map(before).set(table, answer));
    },
    chooseTemplate,
    close: () => {
      latest.current += 1;
      setFiles(undefined);
      setSaid(NOBODY);
      setShown(NONE);
    },
  };
}

/** To lay the set out once more takes a while: not with every key. */
const PAUSE = 600;

function useFill(
  { session, fillsStandingSet }: PaneHost,
  { checked }: DraftingState,
  shown: IntakeState,
): Fill | undefined {
  const [fill, setFill] = useState<{ readonly of: IntakeState; readonly fill: Fill | undefined }>();
  const isNew = fill?.of !== shown;
  useEffect(() => {
    if (!fillsStandingSet || !checked || shown.kind !== "ready") return undefined;
    const timer = setTimeout(
      () => {
        setFill({ of: shown, fill: session.previewFill(shown.taken) });
      },
      isNew ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [session, fillsStandingSet, checked, shown, isNew]);
  return isNew ? undefined : fill.fill;
}
