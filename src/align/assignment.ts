// The assignment problem (Kuhn 1955, Munkres 1957), by shortest augmenting paths: O(n²m) for n ≤ m.

/**
 * The pairing of rows and columns with the greatest sum.
 *
 * @param gain rows × columns; a pair that does not pay (≤ 0) is left out
 * @returns for every row its column, or -1
 */
export function assign(gain: readonly Float64Array[], columns: number): Int32Array {
  const rows = gain.length
  const result = new Int32Array(rows).fill(-1)
  if (rows === 0 || columns === 0) return result
  const size = Math.max(rows, columns)
  const cost = (row: number, column: number) =>
    row < rows && column < columns && gain[row]![column]! > 0 ? -gain[row]![column]! : 0
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  const way = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row
    let column = 0
    const least = new Float64Array(size + 1).fill(Infinity)
    const isUsed = new Uint8Array(size + 1)
    do {
      isUsed[column] = 1
      const from = rowOf[column]!
      let delta = Infinity
      let next = 0
      for (let each = 1; each <= size; each++) {
        if (isUsed[each]) continue
        const reduced = cost(from - 1, each - 1) - rowPotential[from]! - columnPotential[each]!
        if (reduced < least[each]!) {
          least[each] = reduced
          way[each] = column
        }
        if (least[each]! < delta) {
          delta = least[each]!
          next = each
        }
      }
      for (let each = 0; each <= size; each++)
        if (isUsed[each]) {
          rowPotential[rowOf[each]!]! += delta
          columnPotential[each]! -= delta
        } else least[each]! -= delta
      column = next
    } while (rowOf[column] !== 0)
    do {
      const before = way[column]!
      rowOf[column] = rowOf[before]!
      column = before
    } while (column !== 0)
  }
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column]! - 1
    if (row < rows && gain[row]![column - 1]! > 0) result[row] = column - 1
  }
  return result
}
