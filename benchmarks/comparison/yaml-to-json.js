// Prints the documents of YAML files as one JSON list. Arguments: the files.
'use strict';

const fs = require('fs');
const yaml = require('js-yaml');

const documents = process.argv.slice(2).flatMap(file => yaml.loadAll(fs.readFileSync(file, 'utf8')));
process.stdout.write(JSON.stringify(documents.filter(document => document !== null && document !== undefined)));
