// The comment that holds a plan: what people read, and below it what apply needs to know.

/** GitHub takes 65,536 characters; what surrounds the plans needs some. */
const mostCharacters = 60_000;

/** How a comment of this action begins, so that it is found again. */
export const planMark = '<!-- ncloud-ip: plan -->\n';
/** The same for the result of apply. */
export const resultMark = '<!-- ncloud-ip: apply -->\n';

/** @param {{ output?: { digest: string, plans: { markdown: string }[] }, errors?: string, sha: string }} plan */
export function planComment({ output, errors, sha }) {
  if (!output) return `### NAVER Cloud IP: the files cannot be planned\n\n${block(errors ?? '')}\n`;
  const head = output.plans.length === 0 ? 'Nothing to change: everything declared is in place.' : '';
  const plans = output.plans.map(({ markdown }) => markdown.replace(/^#/gm, '###')).join('\n');
  return [
    '### NAVER Cloud IP: plan',
    '',
    head || cut(plans),
    '',
    'This plan, and no other, is applied when the pull request is merged.',
    '',
    `<sub>digest \`${output.digest}\` · commit \`${sha}\`</sub>`,
    '',
  ].join('\n');
}

/** What a plan's comment says was approved; undefined when it holds no plan. */
export function readPlanComment(body) {
  const found = /<sub>digest `([0-9a-f]{64})` · commit `([0-9a-f]{40,64})`<\/sub>/.exec(body);
  return found ? { digest: found[1], sha: found[2] } : undefined;
}

/** Text of a program as a block that nothing in it can end. */
export function block(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${cut(text).trimEnd()}\n${fence}`;
}

function cut(text) {
  return text.length <= mostCharacters
    ? text
    : `${text.slice(0, mostCharacters)}\n… (cut here: see the log of the run)`;
}
