// Hits, what was found and what was wanted: precision, recall and F1 of sets.
export class Tally {
  hit = 0
  found = 0
  wanted = 0
  add(found: ReadonlySet<string>, wanted: ReadonlySet<string>): void {
    for (const each of found) if (wanted.has(each)) this.hit++
    this.found += found.size
    this.wanted += wanted.size
  }
  get precision(): number {
    return this.found === 0 ? 1 : this.hit / this.found
  }
  get recall(): number {
    return this.wanted === 0 ? 1 : this.hit / this.wanted
  }
  get f1(): number {
    return this.hit === 0 ? 0 : (2 * this.hit) / (this.found + this.wanted)
  }
}
