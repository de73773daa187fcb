import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import type { DimensionWeights } from "../../../domain/evaluation/formWeights";
import type { NewIndicator } from "../../../domain/intake/indicatorRow";
import { strings } from "../../strings";
import { useSectionStyles } from "../sectionStyles";
import { FormPresses } from "./FormPresses";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  wide: { width: "100%", minWidth: 0 },
  inner: { minWidth: 0, textOverflow: "ellipsis" },
  weight: { width: "96px" },
});

const NUMBER = /^[0-9]+(?:\.[0-9]+)?$/u;
const MOST = 100;
const BLANK = { name: "", target: "", weight: "" };

interface Props {
  readonly dimensions: readonly DimensionWeights[];
  readonly isBusy: boolean;
  readonly onAdd: (indicator: NewIndicator) => void;
}

/** 加一项指标: under which 二级指标, what it is and what it is worth. */
export function AddIndicator({ dimensions, isBusy, onAdd }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const words = strings.score.add;
  const [isOpen, setOpen] = useState(false);
  const [isTried, setTried] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [typed, setTyped] = useState(BLANK);
  const groups = dimensions.flatMap(({ name, categories }) =>
    categories.map((category) => ({ dimension: name, category })),
  );
  const group = groups[chosen] ?? groups[0];
  if (!group) return null;
  if (!isOpen) {
    return (
      <Button
        className={section.press}
        size="small"
        disabledFocusable={isBusy}
        onClick={() => {
          setOpen(true);
        }}
      >
        {words.open}
      </Button>
    );
  }
  const weight = numberOf(typed.weight);
  const isNameMissing = typed.name.trim() === "";
  const isWeightWrong = weight === undefined || weight <= 0 || weight > MOST;
  const close = () => {
    setOpen(false);
    setTried(false);
    setTyped(BLANK);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBusy || isNameMissing || isWeightWrong) return;
    const target = typed.target.trim();
    const targetValue = target === "" ? null : (numberOf(target) ?? target);
    onAdd({ ...group, name: typed.name.trim(), targetValue, weight });
    close();
  };
  const change =
    (part: keyof typeof BLANK) =>
    (_: unknown, { value }: { value: string }) => {
      setTyped((before) => ({ ...before, [part]: value }));
    };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field className={styles.field} label={words.category}>
        <Select
          className={styles.wide}
          select={{ className: styles.inner }}
          value={String(chosen)}
          onChange={(_, { value }) => {
            setChosen(Number(value));
          }}
        >
          {groups.map(({ dimension, category }, index) => (
            <option key={index} value={index}>
              {[dimension, category].filter((part) => part !== "").join(" · ")}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        className={styles.field}
        label={words.name}
        {...(isTried && isNameMissing && { validationMessage: words.nameMissing })}
      >
        <Input
          className={styles.wide}
          input={{ className: styles.inner }}
          value={typed.name}
          onChange={change("name")}
        />
      </Field>
      <Field className={styles.field} label={words.target} hint={words.targetHint}>
        <Input
          className={styles.wide}
          input={{ className: styles.inner }}
          value={typed.target}
          onChange={change("target")}
        />
      </Field>
      <Field
        label={words.weight}
        {...(isTried && isWeightWrong && { validationMessage: words.weightWrong })}
      >
        <Input
          className={styles.weight}
          inputMode="decimal"
          value={typed.weight}
          onChange={change("weight")}
        />
      </Field>
      <FormPresses words={words} isBusy={isBusy} onCancel={close} />
    </form>
  );
}

/** Full-width digits are typed as often. */
function numberOf(text: string): number | undefined {
  const plain = text.normalize("NFKC").trim();
  return NUMBER.test(plain) ? Number(plain) : undefined;
}
