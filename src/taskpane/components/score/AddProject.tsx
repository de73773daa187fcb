import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { strings } from "../../strings";
import { FormPresses } from "./FormPresses";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  wide: { width: "100%", minWidth: 0 },
  inner: { minWidth: 0, textOverflow: "ellipsis" },
  presses: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  /** How many have a form already. */
  readonly projects: number;
  readonly isBusy: boolean;
  readonly onAdd: (name: string) => void;
  readonly onList: () => void;
}

/** 加一张项目自评表, and the list of those that stand. */
export function AddProject({ projects, isBusy, onAdd, onList }: Props) {
  const styles = useStyles();
  const words = strings.score.project;
  const [isOpen, setOpen] = useState(false);
  const [isTried, setTried] = useState(false);
  const [name, setName] = useState("");
  if (!isOpen) {
    return (
      <div className={styles.presses}>
        <Button
          disabledFocusable={isBusy}
          onClick={() => {
            setOpen(true);
          }}
        >
          {words.open}
        </Button>
        {projects > 0 && (
          <Button disabledFocusable={isBusy} onClick={onList}>
            {words.list}
          </Button>
        )}
      </div>
    );
  }
  const isMissing = name.trim() === "";
  const close = () => {
    setOpen(false);
    setTried(false);
    setName("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isBusy || isMissing) return;
    onAdd(name.trim());
    close();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        className={styles.field}
        label={words.name}
        {...(isTried && isMissing && { validationMessage: words.nameMissing })}
      >
        <Input
          className={styles.wide}
          input={{ className: styles.inner }}
          value={name}
          onChange={(_, { value }) => {
            setName(value);
          }}
        />
      </Field>
      <FormPresses words={words} isBusy={isBusy} onCancel={close} />
    </form>
  );
}
