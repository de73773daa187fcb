import { changedFigures } from "../disclosure/changedFigures";
import type { Disclosure } from "../disclosure/disclosure";
import type { FigurePlace } from "../disclosure/figure";
import { judgeAll, judgeSafely, reportOf, scopeOf, type CheckReport } from "./checkDisclosure";
import type { Template } from "./compileTemplate";
import { Conditions } from "./conditions";
import { DependencyIndex } from "./dependencyIndex";
import type { Verdict } from "./verdict";

/** Checks a workbook, and checks it again whenever a later reading of it comes in. */
export function startCheck(disclosure: Disclosure, template: Template): IncrementalCheck {
  return new IncrementalCheck(disclosure, template);
}

/**
 * What a full check would give, for less: while tables, rows and columns stay, only the instances whose figures changed
 * are judged again. All other verdicts remain the same objects.
 */
export class IncrementalCheck {
  private current: readonly Verdict[];
  private index: DependencyIndex | undefined;
  private known: CheckReport | undefined;

  constructor(
    private disclosure: Disclosure,
    private readonly template: Template,
  ) {
    this.current = judgeAll(template, scopeOf(disclosure, template));
  }

  get verdicts(): readonly Verdict[] {
    return this.current;
  }

  /** Made when first asked for. Every sentence is written anew: it may speak of figures that its relation has not. */
  get report(): CheckReport {
    this.known ??= reportOf(this.current, this.disclosure, this.template);
    return this.known;
  }

  /** Which verdicts need which figures. Made when first asked for, and kept while tables, rows and columns stay. */
  get dependents(): DependencyIndex {
    return (this.index ??= new DependencyIndex(this.current, this.disclosure));
  }

  /** A host that has compared the two readings already hands over what `changedFigures` said. */
  update(next: Disclosure, changed = changedFigures(this.disclosure, next)): void {
    this.disclosure = next;
    this.known = undefined;
    if (changed) {
      this.judgeAgain(changed);
    } else {
      this.current = judgeAll(this.template, scopeOf(next, this.template));
      this.index = undefined;
    }
  }

  private judgeAgain(changed: readonly FigurePlace[]): void {
    if (changed.length === 0) return;
    const scope = scopeOf(this.disclosure, this.template);
    const conditions = new Conditions();
    const verdicts = [...this.current];
    for (const position of this.dependents.dependentsOf(changed)) {
      const verdict = verdicts[position];
      if (!verdict) continue;
      const { relation, binding } = verdict;
      verdicts[position] = judgeSafely(relation, binding, scope, conditions);
    }
    this.current = verdicts;
  }
}
