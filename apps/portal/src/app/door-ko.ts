import frame from '@daylight/web-app/messages/ko.json?door';
import kit from '@daylight/web-ui/messages/ko.json?door';
import own from '../messages/ko.json?door';

const messages: Record<string, string> = { ...kit, ...frame, ...own };
export default messages;
