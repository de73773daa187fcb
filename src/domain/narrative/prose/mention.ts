import type { Figure } from "./figures";
import type { Comparator, Direction, Role } from "./roles";

/** A figure with what the words around it make of it. */
export interface Mention {
  readonly figure: Figure;
  readonly role: Role;
  readonly direction: Direction;
  readonly against: Comparator;
  /** From its clause to the figure; empty where it only follows. */
  readonly near: string;
  /** From the figure before, or the sentence's start. */
  readonly gap: string;
  readonly subject: string;
  readonly clause: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly depth: number;
  readonly statement: Statement;
  /** A part of a budget, which the text does not call so itself. */
  readonly isPlanned: boolean;
  /** Its place among amounts that follow one another without words. */
  readonly run: number;
}

/** What a text says about one thing: this year, the budget, last year, the change. */
export interface Statement {
  subject: string;
  current: Mention | undefined;
  budget: Mention | undefined;
  previous: Mention | undefined;
  readonly changes: Mention[];
  readonly percents: Mention[];
  readonly before: Statement | undefined;
  readonly paragraph: number;
  readonly sentence: number;
}

export interface Paragraph {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isTable: boolean;
}

export interface ReadText {
  readonly plain: string;
  readonly paragraphs: readonly Paragraph[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly year: number | undefined;
}
