import { request } from 'node:http';
import { headers, question, url } from './ways.mjs';

const way = process.argv[2];
const call = request(url, { method: 'POST', headers }, (response) => {
  if (way === 'response') return console.log(response);
  if (way === 'status') return console.log(`OpenAI answered with status code: ${response.statusCode}`, response.resume() && '');
  response.setEncoding('utf8').on('data', (part) => console.log(part));
});
call.end(JSON.stringify(question));
