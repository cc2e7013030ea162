/** The package's own types describe its CommonJS form, which an ES module does not get; this is what is used of the other. */
declare module 'highs' {
  type Status = -1 | 0 | 1;
  type Model = {
    setOptionValue(name: string, value: boolean | string | number): Status;
    passLp(model: object): Status;
    changeRowBounds(row: number, lower: number, upper: number): Status;
    changeColBounds(column: number, lower: number, upper: number): Status;
    changeColCost(column: number, cost: number): Status;
    changeColsIntegrality(selection: { kind: 'range'; from: number; to: number }, types: Int32Array): Status;
    clearIntegrality(): Status;
    clearSolver(): Status;
    setLogicalBasis(): Status;
    run(): Status;
    getModelStatus(): number;
    getSolution(): { value?: { colValue: Float64Array } };
    dispose(): void;
  };
  type Highs = {
    raw: { createModel(): Model };
    constants: { modelStatus: Record<'optimal' | 'infeasible' | 'unbounded' | 'unboundedOrInfeasible', number> };
  };
  export default function loadHighs(): Promise<Highs>;
}
