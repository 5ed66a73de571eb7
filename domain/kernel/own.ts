/** The entry of this name, or undefined. A name from outside may be `constructor`: what every object has is no entry. */
export function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
