/** The little that the bench uses: it is written and checked where the package itself is not installed. */
declare module "hyperformula" {
  export type RawCell = string | number | null;

  export interface Address {
    readonly sheet: number;
    readonly row: number;
    readonly col: number;
  }

  export class HyperFormula {
    static buildFromSheets(
      sheets: Record<string, RawCell[][]>,
      options: { licenseKey: string; maxRows: number },
    ): HyperFormula;
    getSheetId(name: string): number | undefined;
    getCellValue(address: Address): unknown;
    setCellContents(address: Address, content: RawCell): unknown;
    destroy(): void;
  }
}
