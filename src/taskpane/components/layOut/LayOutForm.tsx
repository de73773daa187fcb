import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import type { LayOutRequest } from "../../../application/draftingSession";
import type { DraftingState } from "../../../application/draftingState";
import type { FigureIntake } from "../../../application/takeFigures";
import type { LastYearIntake } from "../../../application/takeLastYear";
import { strings } from "../../strings";
import { FillSection } from "../intake/FillSection";
import { IntakeSection } from "../intake/IntakeSection";
import { LastYearSection } from "../intake/LastYearSection";
import type { IntakeOnView } from "../intake/useIntake";
import { useSectionStyles } from "../sectionStyles";
import { SheetPreview } from "./SheetPreview";
import { presence } from "./presence";
import { projectNames, withAddedSheets } from "./projects";
import { usePreview } from "./usePreview";

const YEAR = /^[12][0-9]{3}$/u;

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  // A grid gives a column the width of its longest option, unless it is told not to.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  wide: { width: "100%", minWidth: 0 },
  inner: { minWidth: 0, textOverflow: "ellipsis" },
  year: { width: "96px" },
  sample: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface Props {
  readonly state: DraftingState;
  readonly intake: IntakeOnView;
  readonly onLayOut: (request: LayOutRequest) => void;
  readonly onFill: (taken: FigureIntake, overwrites: boolean) => void;
  readonly onFillLastYear: (taken: LastYearIntake, replaced: ReadonlySet<string>) => void;
  readonly showSample: (() => Promise<void>) | undefined;
}

export function LayOutForm({ state, intake, onLayOut, onFill, onFillLastYear, showSample }: Props) {
  const styles = useStyles();
  const section = useSectionStyles();
  const [ownUnitName, setUnitName] = useState<string>();
  const [ownYear, setOwnYear] = useState<string>();
  const [narrative, setNarrative] = useState("");
  const [typedProjects, setTypedProjects] = useState("");
  const [chosenForms, setChosenForms] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const { templateId } = intake;
  const preview = usePreview(templateId);
  const taken = intake.state.kind === "ready" ? intake.state.taken : undefined;
  const source = taken?.intake;
  const unitName = ownUnitName ?? source?.unitName ?? "";
  const ofTemplate = preview.kind === "ready" ? preview.year : undefined;
  const year = ownYear ?? String(source?.disclosure.year ?? ofTemplate ?? "");
  const narratives = preview.kind === "ready" ? preview.narratives : [];
  const edition = narratives.find(({ id }) => id === narrative);
  const isOpen = taken !== undefined && !taken.figures;
  const isUnitMissing = unitName.trim() === "";
  const isYearWrong = !YEAR.test(year.trim());
  const projectForm = preview.kind === "ready" ? preview.projectForm : undefined;
  const projects = projectForm === undefined ? [] : projectNames(typedProjects);
  const offered = preview.kind === "ready" ? preview.forms : [];
  const forms = offered.filter(({ key }) => chosenForms.includes(key));
  const shown = withAddedSheets(preview, projects.length, forms);
  const present = presence(
    shown.kind === "ready" ? shown.sheetNames : [],
    state.checked?.disclosure.snapshot.sheets.map(({ name }) => name) ?? [],
  );
  const isPresent = present.kind === "present";
  const isReady = state.phase === "ready" && preview.kind === "ready" && !isOpen;
  const canPress = isReady && present.kind === "free" && intake.state.kind !== "reading";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!canPress || isUnitMissing || isYearWrong || templateId === undefined) return;
    onLayOut({
      templateId,
      unitName: unitName.trim(),
      year: Number(year),
      ...(edition ? { narrative: edition.id } : {}),
      ...(taken ? { figures: taken } : {}),
      ...(projects.length === 0 ? {} : { projects }),
      ...(forms.length === 0 ? {} : { forms: forms.map(({ key }) => key) }),
    });
  };

  if (state.templates.length === 0) {
    return (
      <p className={section.note}>
        {state.phase === "starting" ? strings.starting : strings.layOut.noTemplates}
      </p>
    );
  }
  return (
    <section className={section.section}>
      <h2 className={section.heading}>{strings.layOut.heading}</h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field className={styles.field} label={strings.layOut.template}>
          <Select
            className={styles.wide}
            select={{ className: styles.inner }}
            value={templateId}
            onChange={(_, { value }) => {
              intake.chooseTemplate(value);
              setOwnYear(undefined);
            }}
          >
            {state.templates.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        {!isPresent && (
          <>
            <Field
              className={styles.field}
              label={strings.layOut.unit}
              {...(isTried && isUnitMissing && { validationMessage: strings.layOut.unitMissing })}
            >
              <Input
                className={styles.wide}
                input={{ className: styles.inner }}
                value={unitName}
                autoComplete="organization"
                onChange={(_, { value }) => {
                  setUnitName(value);
                }}
              />
            </Field>
            <Field
              label={strings.layOut.year}
              {...(isTried && isYearWrong && { validationMessage: strings.layOut.yearWrong })}
            >
              <Input
                className={styles.year}
                inputMode="numeric"
                value={year}
                onChange={(_, { value }) => {
                  setOwnYear(value);
                }}
              />
            </Field>
            {projectForm !== undefined && (
              <Field
                className={styles.field}
                label={strings.layOut.projects}
                hint={strings.layOut.projectsHint}
              >
                <Textarea
                  className={styles.wide}
                  value={typedProjects}
                  rows={2}
                  onChange={(_, { value }) => {
                    setTypedProjects(value);
                  }}
                />
              </Field>
            )}
            {offered.length > 0 && (
              <div role="group" aria-label={strings.layOut.forms}>
                {offered.map(({ key, sheetName }) => (
                  <Checkbox
                    key={key}
                    label={strings.layOut.form(sheetName)}
                    checked={chosenForms.includes(key)}
                    onChange={(_, { checked }) => {
                      setChosenForms((before) =>
                        checked === true ? [...before, key] : before.filter((each) => each !== key),
                      );
                    }}
                  />
                ))}
              </div>
            )}
            {narratives.length > 0 && (
              <Field
                className={styles.field}
                label={strings.layOut.narrative}
                {...(edition?.unverified !== undefined && { hint: edition.unverified })}
              >
                <Select
                  className={styles.wide}
                  select={{ className: styles.inner }}
                  value={edition?.id ?? ""}
                  onChange={(_, { value }) => {
                    setNarrative(value);
                  }}
                >
                  <option value="">{strings.layOut.narrativeOfTemplate}</option>
                  {narratives.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
          </>
        )}
        <IntakeSection
          intake={intake}
          year={(isPresent ? state.checked?.disclosure.year : undefined) ?? Number(year)}
        />
        {isOpen && <p className={section.note}>{strings.intake.openQuestions}</p>}
        {!(isPresent && taken) && <SheetPreview preview={shown} present={present} />}
        {isPresent && taken && intake.fill && (
          <FillSection
            fill={intake.fill}
            isBusy={!isReady}
            onFill={(overwrites) => {
              onFill(taken, overwrites);
            }}
          />
        )}
        {isPresent && <LastYearSection state={state} onFill={onFillLastYear} />}
        {!isPresent && (
          <Button
            className={section.press}
            type="submit"
            appearance="primary"
            disabledFocusable={!canPress}
          >
            {taken ? strings.layOut.pressWithFigures : strings.layOut.press}
          </Button>
        )}
      </form>
      {showSample && (
        <div className={styles.sample}>
          {strings.layOut.sampleNote}
          <Button
            size="small"
            disabledFocusable={state.phase !== "ready"}
            onClick={() => void showSample()}
          >
            {strings.sample}
          </Button>
        </div>
      )}
    </section>
  );
}
