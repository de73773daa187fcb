import { troubleOf, type Trouble } from "../application/draftingState";

/** What Office hands to a ribbon button's function; it waits, and shows that it waits, until it is told. */
export interface RibbonEvent {
  completed(): void;
}

const SAID_DETAILS: ReadonlySet<string> = new Set(["unexpected", "protected", "marksLeft"]);

/** Resolves when the person has seen it: with its end the button's whole page goes, and its dialog with it. */
export type Notify = (trouble: Trouble) => Promise<void>;

export function ribbonCommand(
  press: () => Promise<void>,
  notify: Notify,
): (event: RibbonEvent) => Promise<void> {
  return async (event) => {
    try {
      await press();
    } catch (error) {
      await notify(troubleOf(error));
    } finally {
      event.completed();
    }
  };
}

export function noticeAddress({ code, detail }: Trouble, page: string): string {
  const address = new URL("notice.html", page);
  address.searchParams.set("code", code);
  // Only where the sentence has a place for it: details of the host's are for its log.
  if (SAID_DETAILS.has(code)) address.searchParams.set("detail", detail);
  return address.href;
}
