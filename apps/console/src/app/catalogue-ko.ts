import setUp from '../messages/ko.json?set-up';
import daily from './daily-ko.js';

const messages: Record<string, string> = { ...daily, ...setUp };
export default messages;
