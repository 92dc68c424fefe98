/** An expression without one of its terms, for each term, also within brackets and sub-selects. */
export function withoutEachTerm(expression: string): { without: string; expression: string }[] {
  const whole = expression.trim();
  const mutants: { without: string; expression: string }[] = [];
  const inner = unwrapped(whole);
  if (inner !== null)
    return withoutEachTerm(inner).map((one) => ({ ...one, expression: `(${one.expression})` }));
  for (const word of ['OR', 'AND'] as const) {
    const terms = split(whole, ` ${word} `);
    if (terms.length === 1) continue;
    for (const [place, term] of terms.entries()) {
      mutants.push({
        without: term,
        expression: terms.filter((_, other) => other !== place).join(` ${word} `),
      });
      for (const deeper of withoutEachTerm(term))
        mutants.push({
          without: deeper.without,
          expression: terms
            .map((one, other) => (other === place ? deeper.expression : one))
            .join(` ${word} `),
        });
    }
    return mutants;
  }
  for (const [start, end] of conditions(whole))
    for (const deeper of withoutEachTerm(whole.slice(start, end)))
      mutants.push({ ...deeper, expression: whole.slice(0, start) + deeper.expression + whole.slice(end) });
  return mutants;
}

/** The text between the outermost brackets if they enclose everything; otherwise null. */
function unwrapped(text: string): string | null {
  if (!text.startsWith('(')) return null;
  return closing(text, 0) === text.length - 1 ? text.slice(1, -1) : null;
}

/** The conditions of sub-selects: the bracketed text after WHERE. */
function conditions(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const match of text.matchAll(/WHERE \(/g)) {
    const start = match.index + match[0].length - 1;
    spans.push([start, closing(text, start) + 1]);
  }
  return spans.filter(([start], place) => !spans.slice(0, place).some(([a, b]) => start > a && start < b));
}

function closing(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === "'") quoted = !quoted;
    if (quoted) continue;
    if (letter === '(') depth += 1;
    if (letter === ')' && --depth === 0) return at;
  }
  return text.length;
}

function split(text: string, separator: string): string[] {
  const terms: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "'") quoted = !quoted;
    if (quoted) continue;
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0 && text.startsWith(separator, at)) {
      terms.push(text.slice(from, at));
      from = at + separator.length;
    }
  }
  return [...terms, text.slice(from)];
}
