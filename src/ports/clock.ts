/** Time as the drafting session needs it; tests bring their own. */
export interface Clock {
  now(): Date;
  /** Runs the work once after so many milliseconds; the result calls it off. */
  after(milliseconds: number, work: () => void): () => void;
  /** What has changed stands on the screen. */
  painted(): Promise<void>;
}
