// First stop of the road: what a person asked, freed from the door it came through.

/** One question. `topic` is set when a button asked for that very topic; then `text` only fills slots. */
export interface Question {
  readonly text: string;
  readonly topic?: string;
}
