import setUp from '../messages/en.json?set-up';
import daily from './daily-en.js';

const messages: Record<string, string> = { ...daily, ...setUp };
export default messages;
