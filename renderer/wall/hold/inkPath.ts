/** The path of a stroke through its points (x and y by turns), rounded at every corner; a single point is a dot. */
export function inkPath(points: readonly number[]): string {
  const [x0, y0] = points;
  if (x0 === undefined || y0 === undefined) return '';
  if (points.length < 4) return `M${x0} ${y0}h0.01`;
  let path = `M${x0} ${y0}`;
  for (let index = 2; index + 3 < points.length; index += 2) {
    const [x = 0, y = 0, nextX = 0, nextY = 0] = points.slice(index, index + 4);
    path += `Q${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`;
  }
  return `${path}L${points.at(-2) ?? 0} ${points.at(-1) ?? 0}`;
}
