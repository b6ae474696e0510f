import needle from 'needle';
import { headers, question, url } from './ways.mjs';

const response = await needle('post', url, question, { headers, json: true });
const way = process.argv[2];
if (way === 'body') console.log(response.statusCode, response.body);
else if (way === 'json') console.log(JSON.stringify(response.body));
else if (response.statusCode !== 200) throw new Error(`Unexpected status ${response.statusCode} from ${url}`);
