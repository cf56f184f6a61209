const maps = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const lists = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const singles = ['items', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'];
/** Where `true` and `false` are what everybody writes. */
const switches = ['additionalProperties', 'unevaluatedProperties', 'additionalItems', 'unevaluatedItems'];
/** What says something about a value; descriptions and titles do not. */
const saying =
  /^(type|enum|const|\$ref|properties|items|(any|one|all)Of|not|pattern|format|(min|max)[A-Z].*|required)$/;

/**
 * What hosts stumble over in a schema that JSON Schema allows: a bare boolean in the place of a schema, several types at once,
 * a reference to another document, a schema that says nothing. The strict check of the official inspector looks for the same.
 */
export function unportable(schema: unknown, at = ''): string[] {
  if (typeof schema === 'boolean') return [`${at}: a bare ${schema}`];
  if (typeof schema !== 'object' || schema === null) return [`${at}: no schema`];
  const node = schema as Readonly<Record<string, unknown>>;
  const inside = (key: string): [string, unknown][] => {
    if (!(key in node)) return [];
    if (maps.includes(key) || lists.includes(key)) return Object.entries(node[key] as object);
    return typeof node[key] === 'boolean' && switches.includes(key) ? [] : [['', node[key]]];
  };
  return [
    ...(Array.isArray(node.type) ? [`${at}: several types`] : []),
    ...(typeof node.$ref === 'string' && !node.$ref.startsWith('#') ? [`${at}: another document`] : []),
    ...(Object.keys(node).some((key) => saying.test(key)) ? [] : [`${at}: says nothing`]),
    ...[...maps, ...lists, ...singles, ...switches].flatMap((key) =>
      inside(key).flatMap(([name, one]) => unportable(one, `${at}/${key}/${name}`)),
    ),
  ];
}
