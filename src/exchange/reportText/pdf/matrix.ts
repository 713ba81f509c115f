/** An affine map [a b c d e f] as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The map that changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1], outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3], outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4], outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** Where a point goes. */
export const applied = (map: Matrix, x: number, y: number): readonly [number, number] => [map[0] * x + map[2] * y + map[4], map[1] * x + map[3] * y + map[5]]
