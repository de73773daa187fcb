import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { visibleRows } from "./visibleRows";

/** Short lists are drawn whole: nothing then moves while a person scrolls. */
const DRAWN_WHOLE = 60;
const ESTIMATED_HEIGHT = 84;
/** Drawn beyond what can be seen, so that Tab finds the next thing to go to. */
const MARGIN = 800;

interface Row {
  readonly key: string;
}

interface Props<T extends Row> {
  readonly rows: readonly T[];
  readonly children: (row: T) => ReactNode;
}

/** Rows of any height, of which only those near the view are drawn when there are many. */
export function VirtualList<T extends Row>({ rows, children }: Props<T>) {
  const list = useRef<HTMLDivElement>(null);
  const isLong = rows.length > DRAWN_WHOLE;
  const view = useView(list, isLong);
  const { heights, measure } = useHeights();
  const { first, last, before, after } = isLong
    ? visibleRows(
        rows.map(({ key }) => heights.get(key) ?? ESTIMATED_HEIGHT),
        view.top - MARGIN,
        view.bottom + MARGIN,
      )
    : { first: 0, last: rows.length, before: 0, after: 0 };
  return (
    <div ref={list} style={{ paddingTop: before, paddingBottom: after }}>
      {rows.slice(first, last).map((row) => (
        <MeasuredRow key={row.key} name={row.key} measure={isLong ? measure : undefined}>
          {children(row)}
        </MeasuredRow>
      ))}
    </div>
  );
}

interface MeasuredProps {
  readonly name: string;
  readonly measure: ((name: string, height: number) => void) | undefined;
  readonly children: ReactNode;
}

function MeasuredRow({ name, measure, children }: MeasuredProps) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element || !measure) return undefined;
    const observer = new ResizeObserver(() => {
      measure(name, element.getBoundingClientRect().height);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [name, measure]);
  // Its own formatting context, so that the margins inside count into the height.
  return (
    <div ref={row} style={{ display: "flow-root" }}>
      {children}
    </div>
  );
}

function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [measure] = useState(() => (name: string, height: number) => {
    setHeights((known) => (known.get(name) === height ? known : new Map(known).set(name, height)));
  });
  return { heights, measure };
}

/** The part of the list that can be seen, from the list's own top. */
function useView(list: RefObject<HTMLElement>, isWatched: boolean) {
  const [view, setView] = useState({ top: 0, bottom: 0 });
  useLayoutEffect(() => {
    if (!isWatched) return undefined;
    const look = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setView((known) =>
        known.top === -top ? known : { top: -top, bottom: window.innerHeight - top },
      );
    };
    look();
    // Scrolling does not bubble, but it can be caught on its way down, whichever part scrolls.
    document.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    return () => {
      document.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
    };
  }, [list, isWatched]);
  return view;
}
