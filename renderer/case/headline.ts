export { type Headline, headlineOf, isFlickering } from '../../shared/report/headline';
