/** For numbers that a list has given out itself. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new Error(`nothing stands at ${String(index)}`);
  return element;
}
