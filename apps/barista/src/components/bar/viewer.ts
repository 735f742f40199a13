/** Who looks at a page behind the bar. */
export interface Viewer {
  sub: string;
  manager: boolean;
}
