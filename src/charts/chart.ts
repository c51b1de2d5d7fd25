/** What happened at a version that a glance should find. */
export type Mark = 'down' | 'dead' | 'woke';

interface Entry {
  version: number;
  mark?: Mark;
}

/** Hit points as they were after a version. */
export interface Point extends Entry {
  current: number;
  temporary: number;
  maximum: number;
}

/** The band that a creature was in after a version: an index into the bands, 0 the lowest. */
export interface BandPoint extends Entry {
  band: number;
}

/** The words on a chart of bands. */
export interface BandLabels {
  /** Whose chart it is. */
  title: string;
  /** Stands in for a title that no bundled font can write. */
  untitled: string;
  /** Under the axis of versions. */
  version: string;
  down: string;
  dead: string;
  woke: string;
}

/** The words on a chart of hit points. */
export interface ChartLabels extends BandLabels {
  hitPoints: string;
  maximum: string;
  temporary: string;
}

/** A chart to be drawn: plain data, as it goes to the thread that draws. */
export type Chart =
  | { kind: 'hit-points'; points: readonly Point[]; labels: ChartLabels }
  | { kind: 'bands'; points: readonly BandPoint[]; bands: readonly string[]; labels: BandLabels };
