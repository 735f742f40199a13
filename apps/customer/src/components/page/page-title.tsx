const product = "Serverlesspresso";

/** What the tab says: the page, and the product's name; that alone while there is no page yet. */
export function PageTitle({ title }: { title?: string | undefined }) {
  return <title>{title ? `${title} · ${product}` : product}</title>;
}
