// The comment that holds a plan: what people read, and below it what apply needs to know. Only a plan that stands in it whole can be
// approved by it: what nobody could read, nobody said yes to.

/** GitHub takes 65,536 characters; what surrounds the plans needs some. */
const mostCharacters = 60_000;

/** How a comment of this action begins, so that it is found again. */
export const planMark = '<!-- ncloud-ip: plan -->\n';
/** The same for the result of apply. */
export const resultMark = '<!-- ncloud-ip: apply -->\n';

const title = '### NAVER Cloud IP: plan';

/**
 * The comment on a pull request. `isWhole` is false for a plan that is too long for one: then `runUrl` leads to where it is whole.
 * @param {{ output?: { digest: string, plans: { markdown: string }[] }, errors?: string, sha: string, runUrl: string }} plan
 */
export function planComment({ output, errors, sha, runUrl }) {
  if (!output) {
    return { isWhole: true, text: `### NAVER Cloud IP: the files cannot be planned\n\n${block(errors ?? '')}\n` };
  }
  const plans = plansText(output);
  if (plans.length > mostCharacters) {
    return { isWhole: false, text: [title, '', ...tooLong(plans.length, runUrl), '', beginning(plans), ''].join('\n') };
  }
  const approved = 'This plan, and no other, is applied when the pull request is merged.';
  const digest = `<sub>digest \`${output.digest}\` · commit \`${sha}\`</sub>`;
  return { isWhole: true, text: [title, '', plans, '', approved, '', digest, ''].join('\n') };
}

/** The plans of a run, whole, as a document. */
export function plansText({ plans }) {
  if (plans.length === 0) return 'Nothing to change: everything declared is in place.';
  return plans.map(({ markdown }) => markdown.replace(/^#/gm, '###')).join('\n');
}

/** What a plan's comment says was approved; undefined when it holds no plan, or not all of it. It is the last thing in it. */
export function readPlanComment(body) {
  const found = /\n<sub>digest `([0-9a-f]{64})` · commit `([0-9a-f]{40,64})`<\/sub>\s*$/.exec(body);
  return found ? { digest: found[1], sha: found[2] } : undefined;
}

/** Text of a program as a block that nothing in it can end. */
export function block(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const shown =
    text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}\n… (cut here: see the log of the run)`;
  return `${fence}text\n${shown.trimEnd()}\n${fence}`;
}

function tooLong(length, runUrl) {
  return [
    `**This plan is too long for a comment (${length} characters), so merging applies nothing.** What nobody could read here is not approved here.`,
    '',
    `- Whole it is in [the summary of this run](${runUrl}), and in the file that the output \`plan-file\` names.`,
    '- To approve it here, split the change over several pull requests.',
    '- To apply it once you read it whole: `ncloud-ip apply FILE… --plan-digest SHA256`, with the digest that the summary ends with.',
    '',
    'It begins like this:',
  ];
}

/** Whole interfaces: a block of the document that was cut would swallow what follows. */
function beginning(plans) {
  return plans.slice(0, Math.max(0, plans.lastIndexOf('\n####', mostCharacters)));
}
