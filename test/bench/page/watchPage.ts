interface EnterTimes {
  readonly findings: number;
  readonly quiet: number;
}

export interface PageTimes {
  /** When the tabs were drawn and the page was free to answer. */
  interactive(): Promise<number>;
  /** Waits for the next Enter; `afterEnter` says what came of it. */
  arm(): void;
  /** Until the count of findings had changed and was drawn, and until the page was quiet. */
  afterEnter(): Promise<EnterTimes>;
}

/** Runs inside the page, before anything of its own. */
export function watchPage(): void {
  const QUIET = 1500;
  const drawn = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        setTimeout(() => {
          resolve(performance.now());
        });
      });
    });
  const changed = (isDone: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = (): void => {
        if (!isDone()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(check);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      check();
    });
  const count = () =>
    document.querySelector('[role=region] [role=tab][aria-selected="true"]')?.textContent;

  let measured: Promise<EnterTimes> = Promise.reject(new Error("not armed"));
  measured.catch(() => undefined);
  let lastBusy = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      lastBusy = Math.max(lastBusy, startTime + duration);
    }
  }).observe({ entryTypes: ["longtask"] });

  window.pageTimes = {
    interactive: async () => {
      await changed(() => document.querySelector("[role=tablist]") !== null);
      return drawn();
    },
    arm: () => {
      measured = measure();
    },
    afterEnter: () => measured,
  };

  async function measure(): Promise<EnterTimes> {
    const before = count();
    const pressed = await new Promise<number>((resolve) => {
      const listen = ({ key }: KeyboardEvent): void => {
        if (key !== "Enter") return;
        window.removeEventListener("keydown", listen, true);
        resolve(performance.now());
      };
      window.addEventListener("keydown", listen, true);
    });
    await changed(() => count() !== before);
    const findings = (await drawn()) - pressed;
    lastBusy = Math.max(lastBusy, pressed + findings);
    while (performance.now() - lastBusy < QUIET) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { findings, quiet: lastBusy - pressed };
  }
}
