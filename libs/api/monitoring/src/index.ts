export { isVendor, readBody, VENDORS, type Vendor } from './vendors/read-body.js';
