/** What the run's setup tells the test files, which live in processes of their own. */
export interface PageTestRun {
  readonly addresses: {
    /** The page at a server's root. */
    readonly page: string;
    /** The same page some folders below. */
    readonly subfolder: string;
    /** From a web server that is not ours. */
    readonly otherServer: string;
  };
}

export const ADDRESSES = "GONGKAI_PAGE_TESTS";

declare global {
  /** Set by the setup, called by the teardown; both live in jest's own process. */
  var endPageTests: (() => Promise<void>) | undefined;
}

export function pageTestRun(): PageTestRun {
  return JSON.parse(process.env[ADDRESSES] ?? "") as PageTestRun;
}
