import kit from '@daylight/web-ui/messages/ko.json';
import own from '../messages/ko.json';

const messages: Record<string, string> = { ...kit, ...own };
export default messages;
