import { makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Finding } from "../../../domain/checking/finding";
import { strings } from "../../strings";
import type { FindingChoice } from "./chosenFindings";

const useStyles = makeStyles({
  filter: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  table: { flexGrow: 1, minWidth: 0 },
});

interface Props {
  readonly choice: FindingChoice;
  readonly tables: readonly { readonly key: string; readonly title: string }[];
  readonly onChoose: (choice: FindingChoice) => void;
}

const KINDS: readonly Finding["kind"][] = ["figures", "form", "text"];

/** Findings of one table, or of one kind. */
export function FindingFilter({ choice, tables, onChoose }: Props) {
  const styles = useStyles();
  const { filter, kinds } = strings.check;
  return (
    <div className={styles.filter}>
      <Select
        className={styles.table}
        size="small"
        aria-label={filter.byTable}
        value={choice.table ?? ""}
        onChange={(_, { value }) => {
          onChoose({ ...choice, table: value === "" ? undefined : value });
        }}
      >
        <option value="">{filter.allTables}</option>
        {tables.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={filter.byKind}
        value={choice.kind ?? ""}
        onChange={(_, { value }) => {
          onChoose({ ...choice, kind: KINDS.find((kind) => kind === value) });
        }}
      >
        <option value="">{filter.allKinds}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kinds[kind]}
          </option>
        ))}
      </Select>
    </div>
  );
}
