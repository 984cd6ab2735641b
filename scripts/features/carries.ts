/** Whether the name of a test has this id in it, and not only a longer one that begins like it. */
export function carries(name: string, id: string): boolean {
  return new RegExp(String.raw`(?<![\w-])${id}\b`).test(name)
}
