type Schema = {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  prefixItems?: readonly Schema[];
  additionalProperties?: Schema | boolean;
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
  $ref?: string;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  example?: unknown;
};
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Schema };
type Response = { description: string; content?: Readonly<Record<string, { schema?: Schema }>> };
type Operation = { summary?: string; parameters?: readonly Parameter[]; responses: Readonly<Record<string, Response>> };

/** The parts of an OpenAPI 3.1 document that the page shows. */
export type ApiDocument = {
  info: { title: string; version: string; description?: string };
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const STYLE = `
  body { font: 16px/1.55 "Noto Sans", system-ui, sans-serif; color: #1d2a33; background: #f7f8f6; margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 5rem }
  h1 { font-size: 1.9rem; margin: 0 } h2 { font-size: 1.05rem; margin: 2.5rem 0 .25rem; overflow-wrap: anywhere }
  h2 code { background: none; padding: 0 } p { margin: .25rem 0 .75rem }
  table { border-collapse: collapse; width: 100%; font-size: .9rem } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid #d9dedb }
  code, pre { font: .85em/1.5 ui-monospace, monospace; background: #eceeea; border-radius: 4px; padding: .1em .3em }
  pre { padding: .75rem; overflow: auto; max-height: 28rem } a { color: #0b5c6b } summary { cursor: pointer; margin: .5rem 0 }
  nav ul { columns: 2; padding-left: 1.1rem } @media (max-width: 40rem) { nav ul { columns: 1 } }
`;

/** The interface as one HTML page: no script, nothing from elsewhere. */
export function toReferencePage({ info, paths }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ id: `${method}${path}`.replace(/[^a-z]+/gi, '-'), method, path, operation })),
  );
  const contents = operations.map(({ id, path }) => `<li><a href="#${id}">${escapeHtml(path)}</a></li>`).join('');
  const sections = operations.map(({ id, method, path, operation }) =>
    section({ id, heading: `${method.toUpperCase()} ${path}`, operation }),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(info.title)}: interface</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(info.title)}: interface</h1><p>Version ${escapeHtml(info.version)}. ${escapeHtml(info.description ?? '')}</p>
<p>The same for machines: <a href="/api/openapi.json">openapi.json</a></p>
<nav aria-label="Paths"><ul>${contents}</ul></nav>${sections.join('\n')}</body></html>`;
}

function section({ id, heading, operation }: { id: string; heading: string; operation: Operation }): string {
  const rows = (operation.parameters ?? []).map(parameterRow).join('');
  const table = `<table><thead><tr><th>Parameter</th><th>In</th><th>Form</th><th>Meaning</th></tr></thead><tbody>${rows}</tbody></table>`;
  const responses = Object.entries(operation.responses).map(([status, response]) => responseBlock(status, response));
  return `<section><h2 id="${id}"><code>${escapeHtml(heading)}</code></h2><p>${escapeHtml(operation.summary ?? '')}</p>
${rows === '' ? '<p>No parameters.</p>' : table}${responses.join('')}</section>`;
}

function parameterRow({ name, in: place, required, description, schema = {} }: Parameter): string {
  const form = [toShape(schema, 0), required === true ? 'required' : 'optional', ...limitsOf(schema)].join(', ');
  return `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(place)}</td><td>${escapeHtml(form)}</td><td>${escapeHtml(description ?? '')}</td></tr>`;
}

function limitsOf({ minimum, maximum, default: fallback, example }: Schema): string[] {
  return [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`to ${maximum}`]),
    ...(fallback === undefined ? [] : [`${String(fallback)} if left out`]),
    ...(example === undefined ? [] : [`for example ${String(example)}`]),
  ];
}

function responseBlock(status: string, { description, content = {} }: Response): string {
  const shapes = Object.entries(content).map(([type, { schema = {} }]) => `${type}\n${toShape(schema, 0)}`);
  const line = `<strong>${escapeHtml(status)}</strong> ${escapeHtml(description)}`;
  if (shapes.length === 0 || !status.startsWith('2')) return `<p>${line}</p>`;
  return `<details><summary>${line}</summary><pre>${escapeHtml(shapes.join('\n'))}</pre></details>`;
}

/** A schema as a short expression: objects by field, unions by bars. */
function toShape(schema: Schema, depth: number): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? 'object';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const parts = schema.anyOf ?? schema.allOf;
  if (parts !== undefined) return parts.map((part) => toShape(part, depth)).join(schema.anyOf === undefined ? ' & ' : ' | ');
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map((item) => toShape(item, depth)).join(', ')}]`;
  if (schema.items !== undefined) return `list of ${toShape(schema.items, depth)}${nullable(schema)}`;
  if (schema.properties !== undefined) return `${objectShape(schema, depth)}${nullable(schema)}`;
  if (typeof schema.additionalProperties === 'object') return `by name: ${toShape(schema.additionalProperties, depth)}`;
  const types = typeof schema.type === 'string' ? schema.type : (schema.type ?? ['anything']).join(' | ');
  return schema.format === undefined ? types : `${types} (${schema.format})`;
}

function objectShape({ properties = {}, required = [] }: Schema, depth: number): string {
  const indent = '  '.repeat(depth + 1);
  const fields = Object.entries(properties).map(
    ([name, field]) => `${indent}${name}${required.includes(name) ? '' : '?'}: ${toShape(field, depth + 1)}`,
  );
  return `{\n${fields.join('\n')}\n${'  '.repeat(depth)}}`;
}

function nullable({ type }: Schema): string {
  return Array.isArray(type) && type.includes('null') ? ' | null' : '';
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
