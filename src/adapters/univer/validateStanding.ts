import {
  type IRange,
  type IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { SheetsDataValidationValidatorService } from "@univerjs/preset-sheets-data-validation";

interface Validator {
  readonly _univerInstanceService: IUniverInstanceService;
  validatorRanges: (
    this: Validator,
    unitId: string,
    sheetId: string,
    ranges: IRange[],
  ) => Promise<unknown[]>;
}

/** The grid validates cells when it has time, and throws where their sheet was taken away meanwhile. */
export function validateStanding(): void {
  const validator = SheetsDataValidationValidatorService.prototype as unknown as Validator;
  const validate = validator.validatorRanges;
  validator.validatorRanges = function validateWhereSheetStands(unitId, sheetId, ranges) {
    const workbook = this._univerInstanceService.getUnit<Workbook>(
      unitId,
      UniverInstanceType.UNIVER_SHEET,
    );
    if (!workbook?.getSheetBySheetId(sheetId)) return Promise.resolve([]);
    return validate.call(this, unitId, sheetId, ranges);
  };
}
