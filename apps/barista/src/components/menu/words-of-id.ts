/** Nearly the name that an id of the menu was made of, for what has left it: "oat-milk" is "Oat milk". */
export function wordsOfId(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
