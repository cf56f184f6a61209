import process from 'node:process';

// Takes the place of a module of @modelcontextprotocol/server in the bundle (esbuild.cli.mjs): see docs/assistants.md.

/** Checks nothing: this server asks hosts for no data of a shape, and its tools check their own input. */
export class DefaultJsonSchemaValidator {
  getValidator(): never {
    throw new Error('This server asks for nothing that has a schema.');
  }
}

export { process };
