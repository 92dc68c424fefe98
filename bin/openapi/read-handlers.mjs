import { join } from 'node:path';
import ts from 'typescript';
import { AnswerSchemas } from './answer-schemas.mjs';

const API = /apps\/bridges\/src\/api\/[\w.-]+\.ts$/;
const PROBLEM = 'apps/bridges/src/http/problem.filter.ts';
const ROUTE = /^(Get|Post|Put|Patch|Delete)$/;

/**
 * What the source says of the API's handlers, as the TypeScript checker understands it:
 * `handlers` by class and method (answer, headers, doc comment), `schemas` of the types that they answer with,
 * `fields` with the comments of the bodies' fields, `tags` with those of the controllers,
 * `loose` with each place that no type describes.
 */
export function readHandlers(root) {
  const program = programOf(root);
  const checker = program.getTypeChecker();
  const answers = new AnswerSchemas(checker, root);
  answers.add(program.getSourceFile(join(root, PROBLEM)), 'Problem');
  const found = { handlers: {}, fields: {}, tags: {}, schemas: answers.schemas, loose: answers.loose };
  for (const file of program.getSourceFiles().filter(({ fileName }) => API.test(fileName)))
    ts.forEachChild(file, (node) => {
      if (ts.isClassDeclaration(node) && node.name) readClass(node, checker, answers, found);
    });
  return found;
}

function programOf(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.build.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const paths = { '#libs/*': [join(root, 'libs/*/index.ts')] };
  return ts.createProgram(fileNames, {
    ...options,
    paths,
    noEmit: true,
    incremental: false,
    tsBuildInfoFile: undefined,
  });
}

function readClass(node, checker, answers, found) {
  const name = node.name.text;
  if (!decorated(node, /^Controller$/)) {
    found.fields[name] = commentsOf(checker.getTypeAtLocation(node), checker);
    return;
  }
  const tag = decorated(node, /^ApiTags$/)?.arguments[0]?.text;
  const about = checker.getSymbolAtLocation(node.name).getDocumentationComment(checker);
  if (tag && about.length > 0) found.tags[tag] ??= ts.displayPartsToString(about);
  for (const member of node.members)
    if (ts.isMethodDeclaration(member) && decorated(member, ROUTE))
      found.handlers[`${name}.${member.name.text}`] = readMethod(
        member,
        checker,
        answers,
        `${name}.${member.name.text}`,
      );
}

function readMethod(method, checker, answers, where) {
  const symbol = checker.getSymbolAtLocation(method.name);
  const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method));
  const parameter = (name) => method.parameters.find((one) => decorated(one, name));
  return {
    comment: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    ...answers.answerOf(checker.getAwaitedType(returned) ?? returned, where),
    open: Boolean(decorated(method, /^Open$/)),
    answerNotKept: Boolean(decorated(method, /^AnswerNotKept$/)),
    ifMatch: parameter(/^IfMatch$/) ? 'required' : parameter(/^IfMatchGiven$/) ? 'optional' : null,
    query: parameter(/^Query$/)?.type?.getText() ?? null,
  };
}

function decorated(node, name) {
  return ts
    .getDecorators(node)
    ?.map(({ expression }) => expression)
    .find((one) => ts.isCallExpression(one) && name.test(one.expression.getText()));
}

function commentsOf(type, checker) {
  const comments = {};
  for (const property of checker.getPropertiesOfType(type)) {
    const comment = ts.displayPartsToString(property.getDocumentationComment(checker));
    if (comment) comments[property.name] = comment;
  }
  return comments;
}
