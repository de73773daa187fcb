import type { WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { RandomNumbers } from "../../golden/randomNumbers";
import { anyEdit, makeEdit } from "./likelyEdits";
import { applyEdit, type SheetEdit } from "./sheetEdits";

const UNDO = 0.35;
const UNDO_MANY = 0.01;
/** Begins anew with the workbook as it was: else nothing would be left of it. */
const REOPEN = 0.004;
/** People fill in figures for a while, then see to rows and codes; what is done between two comparisons is of one kind. */
const SPELL = 50;
const RESHAPES = 0.2;

/** A person who types, corrects and takes back, the same for the same seed. */
export class EditingSession {
  private readonly random: RandomNumbers;
  private readonly undos: SheetEdit[] = [];
  private current: WorkbookSnapshot;
  private count = 0;
  private reshapes = false;

  constructor(
    private readonly first: WorkbookSnapshot,
    seed: number,
  ) {
    this.random = new RandomNumbers(seed);
    this.current = first;
  }

  get snapshot(): WorkbookSnapshot {
    return this.current;
  }

  /** What was done, each before anybody looks; "reopened" stands for the workbook as it was. */
  next(): readonly SheetEdit[] | "reopened" {
    const { random } = this;
    if (this.count % SPELL === 0) {
      this.reshapes = random.chance(RESHAPES);
      this.undos.length = 0;
    }
    this.count += 1;
    if (random.chance(REOPEN)) {
      this.current = this.first;
      this.undos.length = 0;
      return "reopened";
    }
    if (this.undos.length > 0 && random.chance(UNDO)) return this.takeBack(1);
    if (random.chance(UNDO_MANY)) return this.takeBack(random.integer(2, 40));
    const edit = makeEdit(anyEdit(random, this.reshapes), this.current, random);
    if (!edit) return [];
    this.undos.push(this.apply(edit));
    return [edit];
  }

  private takeBack(count: number): readonly SheetEdit[] {
    const undone = this.undos.splice(-count).reverse();
    for (const edit of undone) this.apply(edit);
    return undone;
  }

  private apply(edit: SheetEdit): SheetEdit {
    const { snapshot, undo } = applyEdit(this.current, edit);
    this.current = snapshot;
    return undo;
  }
}
