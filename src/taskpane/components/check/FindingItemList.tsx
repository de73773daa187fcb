import { useMemo, useState } from "react";
import type { Finding } from "../../../domain/checking/finding";
import { FindingItem } from "./FindingItem";

/** A few findings without headings. */
export function FindingItemList({ findings }: { findings: readonly Finding[] }) {
  const [opened, setOpened] = useState<readonly string[]>([]);
  const entries = useMemo(
    () => findings.map((finding) => ({ key: keyOf(finding), finding, same: [finding] })),
    [findings],
  );
  return (
    <div>
      {entries.map((entry, index) => (
        <FindingItem
          key={`${entry.key} ${String(index)}`}
          entry={entry}
          table={undefined}
          isOpen={opened.includes(entry.key)}
          onToggle={() => {
            setOpened(
              opened.includes(entry.key)
                ? opened.filter((each) => each !== entry.key)
                : [...opened, entry.key],
            );
          }}
        />
      ))}
    </div>
  );
}

function keyOf({ code, explanation }: Finding): string {
  return `${code} ${explanation}`;
}
