export { remedySteps } from '../../shared/remedies/remedy-steps';
